import { Button } from "@mantine/core";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import styles from "./Inspector.module.css";
import { PanelHead } from "./PanelHead.tsx";

const LISTED = 50;

/** Several cards at once: which they are, and what can be done with all of them. */
export function ManyPanel({ cards }: { readonly cards: readonly CardId[] }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const selectCards = useWorkspace((state) => state.selectCards);
  const askToRemove = useWorkspace((state) => state.askToRemove);
  const chosen = useMap((snapshot) => cards.flatMap((id) => snapshot.cards.get(id) ?? []), sameList);
  return (
    <section className={styles.panel} data-inspector="many">
      <PanelHead kicker={t("inspector.many", { count: chosen.length })} />
      <ul className={styles.plainList}>
        {chosen.slice(0, LISTED).map((card) => (
          <li key={card.id}>
            <button type="button" className={styles.cardChip} onClick={() => selectCards([card.id])}>
              {card.title || t("inspector.untitled")}
            </button>
          </li>
        ))}
      </ul>
      {chosen.length > LISTED && <p>{t("inspector.andMore", { count: chosen.length - LISTED })}</p>}
      {canEdit && (
        <Button variant="default" color="red" size="xs" onClick={() => askToRemove(cards)}>
          {t("inspector.removeCards", { count: chosen.length })}
        </Button>
      )}
    </section>
  );
}
