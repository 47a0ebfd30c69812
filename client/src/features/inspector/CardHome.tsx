import { descendantsOf, missionTree, pathTo } from "@trellis/shared/derive/tree";
import { moveHome } from "@trellis/shared/ops/home";
import { LINK_RULES } from "@trellis/shared/schema/linkTypes";
import type { Card } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useMap } from "../../document/useMap.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { CardControl } from "./controls/CardControl.tsx";
import { useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";

/** Where the card is in the mission tree, and where else it could be. */
export function CardHome({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const edit = useEdit();
  const cards = useMap((snapshot) => snapshot.cards);
  const selectCards = useWorkspace((state) => state.selectCards);
  const tree = missionTree(cards);
  const above = pathTo(tree, card.id).slice(0, -2);
  const id = `home-${ownerKey}`;
  return (
    <>
      {above.length > 0 && (
        <nav className={styles.path} aria-label={t("inspector.place")}>
          {above.map((step) => (
            <button key={step} type="button" className={styles.pathStep} onClick={() => selectCards([step])}>
              {cards.get(step)?.title || t("inspector.untitled")}
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
              {card.home ? (cards.get(card.home)?.title ?? t("inspector.notKnown")) : t("inspector.notKnown")}
            </div>
          ) : (
            <CardControl
              id={id}
              value={card.home}
              types={LINK_RULES.part_of.ends[card.type] ?? []}
              without={new Set([card.id, ...descendantsOf(tree, card.id)])}
              write={(home) => edit(moveHome, { card: card.id, home })}
            />
          )}
        </div>
      </div>
    </>
  );
}
