import type { Influence } from "@trellis/shared/derive/participation";
import { ENUMS } from "@trellis/shared/schema/enums";
import { useTranslation } from "react-i18next";
import view from "../../../ui/View.module.css";
import styles from "./Participation.module.css";

/** How far up the ladder from inform to empower, as steps and in a word. */
export function Depth({ depth }: { readonly depth: Influence | null }) {
  const { t } = useTranslation();
  if (depth === null) return <span className={view.soft}>{t("participation.noRecord")}</span>;
  const rank = ENUMS.influence.indexOf(depth);
  return (
    <span className={styles.depth}>
      <span className={styles.steps} aria-hidden="true">
        {ENUMS.influence.map((step, index) => (
          <span key={step} data-on={index <= rank || undefined} />
        ))}
      </span>
      {t(`enum.influence.${depth}`)}
    </span>
  );
}
