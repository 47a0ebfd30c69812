/** The paths between two cards in words; each card is a way to it. */
import { Button, UnstyledButton } from "@mantine/core";
import type { FoundPaths, Path } from "@trellis/shared/derive/paths";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../document/useMap.ts";
import { tieWord, titleOf } from "../workspace/lookWords.ts";
import { showCard } from "../workspace/showCard.ts";
import styles from "./LookBanner.module.css";

/** Shown before somebody asks for the rest. */
const FIRST = 2;

export function PathList({ found }: { readonly found: FoundPaths }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const rest = found.paths.length - FIRST;
  return (
    <div className={styles.paths}>
      <ol className={styles.pathList} aria-label={t("look.path.list")}>
        {found.paths.slice(0, all ? undefined : FIRST).map((path) => (
          <PathRow key={path.cards.join(" ")} path={path} />
        ))}
      </ol>
      {rest > 0 && (
        <Button size="compact-xs" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("look.path.fewer") : t("look.path.more", { count: rest })}
        </Button>
      )}
    </div>
  );
}

function PathRow({ path: { cards, ties } }: { readonly path: Path }) {
  const { t } = useTranslation();
  const known = useMap((snapshot) => cards.map((id) => snapshot.cards.get(id)), sameList);
  const titles = useMap((snapshot) => cards.map((id) => titleOf(snapshot, id, t)), sameList);
  return (
    <li>
      {known.map((card, index) => {
        const tie = ties[index];
        return (
          <Fragment key={cards[index]}>
            <UnstyledButton className={styles.pathCard} onClick={() => card && showCard(card)}>
              {titles[index]}
            </UnstyledButton>
            {tie && <span className={styles.tie}> – {tieWord(tie, t)} – </span>}
          </Fragment>
        );
      })}
    </li>
  );
}
