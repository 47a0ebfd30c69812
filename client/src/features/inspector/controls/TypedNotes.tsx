import { useTranslation } from "react-i18next";
import { showDate } from "../../../workspace/showDate.ts";
import styles from "../Inspector.module.css";
import type { TypedText } from "./useTyped.ts";

/** Why a text is not saved, and what could be written instead. Stands in the control's place for errors. */
export function MisfitNote({ typed }: { readonly typed: Pick<TypedText, "reason" | "text" | "onText"> }) {
  const { t } = useTranslation();
  const { reason, text, onText } = typed;
  if (!reason) return null;
  const { code, limit, hints } = reason;
  const sentence = code.startsWith("ambiguous")
    ? t(`inspector.misfit.${code}`)
    : t(`errors.misfit.${code}`, { limit, length: text.length });
  return (
    <span className={styles.misfit}>
      {sentence} {t("inspector.notSaved")}
      {hints.map((hint) => {
        const words = showDate(hint);
        return (
          <button key={hint} type="button" className={styles.hintButton} onClick={() => onText(hint)}>
            {words === hint ? t("inspector.useHint", { hint }) : t("inspector.useDateHint", { hint, words })}
          </button>
        );
      })}
    </span>
  );
}

/** What another wrote in the field in which this person is typing, and the choice between the two. */
export function TheirsNote({ typed, label }: { readonly typed: TypedText; readonly label: string }) {
  const { t } = useTranslation();
  if (typed.theirs === null) return null;
  const theirs =
    typed.theirs === "" ? t("inspector.emptied") : t("inspector.changedTo", { value: typed.theirs });
  // A press must not take the focus first: leaving the field would end the typing.
  const hold = (event: { preventDefault: () => void }) => event.preventDefault();
  return (
    <div className={styles.theirs} role="status" data-theirs>
      <span dir="auto">{theirs}</span>{" "}
      <button
        type="button"
        aria-label={t("inspector.keepMineOf", { label })}
        onMouseDown={hold}
        onClick={typed.keepMine}
      >
        {t("inspector.keepMine")}
      </button>
      <button
        type="button"
        aria-label={t("inspector.takeTheirsOf", { label })}
        onMouseDown={hold}
        onClick={typed.takeTheirs}
      >
        {t("inspector.takeTheirs")}
      </button>
    </div>
  );
}
