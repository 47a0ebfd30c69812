import { descendantsOf, missionTree, pathTo } from "@trellis/shared/derive/tree";
import { moveHome } from "@trellis/shared/ops/home";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { LINK_RULES } from "@trellis/shared/schema/linkTypes";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { sameList, useMap } from "../../document/useMap.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { CardControl } from "./controls/CardControl.tsx";
import { useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";

interface CardHomeProps {
  readonly card: CardId;
  readonly type: CardType;
  readonly home: CardId | null;
}

/** Where the card is in the mission tree, and where else it could be. */
export const CardHome = memo(function CardHome({ card, type, home }: CardHomeProps) {
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const edit = useEdit();
  const selectCards = useWorkspace((state) => state.selectCards);
  // Above the home itself, which the control shows.
  const above = useMap(
    ({ cards }) =>
      pathTo(missionTree(cards), card)
        .slice(0, -2)
        .flatMap((step) => cards.get(step) ?? []),
    sameList,
  );
  const below = useMap(({ cards }) => descendantsOf(missionTree(cards), card), sameList);
  const without = useMemo(() => new Set([card, ...below]), [card, below]);
  const homeTitle = useMap(({ cards }) => (home ? cards.get(home)?.title : undefined));
  const id = `home-${ownerKey}`;
  return (
    <>
      {above.length > 0 && (
        <nav className={styles.path} aria-label={t("inspector.place")}>
          {above.map((step) => (
            <button
              key={step.id}
              type="button"
              className={styles.pathStep}
              onClick={() => selectCards([step.id])}
            >
              {step.title || t("inspector.untitled")}
            </button>
          ))}
        </nav>
      )}
      <div className={styles.row} data-field="home">
        <label className={styles.label} htmlFor={id}>
          {t("inspector.partOf")}
        </label>
        <div className={styles.control}>
          {readOnly ? (
            <div className={styles.value} id={id}>
              {homeTitle ?? t("inspector.notKnown")}
            </div>
          ) : (
            <CardControl
              id={id}
              value={home}
              types={LINK_RULES.part_of.ends[type] ?? []}
              without={without}
              write={(next) => edit(moveHome, { card, home: next })}
            />
          )}
        </div>
      </div>
    </>
  );
});
