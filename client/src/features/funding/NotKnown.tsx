/** "Not known" as the button that leads to the field. */
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import styles from "./Funding.module.css";
import { useOpenAt } from "./useFill.ts";

type NotKnownProps =
  | { readonly card: CardId; readonly place: string; readonly why?: string }
  | { readonly onFill: () => void };

export function NotKnown(props: NotKnownProps) {
  const { t } = useTranslation();
  const openAt = useOpenAt();
  const fill = () => ("onFill" in props ? props.onFill() : openAt(props.card, props.place));
  return (
    <button type="button" className={`${view.card} ${styles.notKnown}`} onClick={fill}>
      {("why" in props && props.why) || t("words.notKnown")}
    </button>
  );
}
