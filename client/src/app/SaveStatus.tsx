import { useTranslation } from "react-i18next";
import type { SaveState } from "../document/saveState.ts";
import { useSaveState } from "../document/useSaveState.ts";
import styles from "./MapFrame.module.css";

const LOUD: Partial<Readonly<Record<SaveState["kind"], string>>> = {
  refused: styles.stateBad ?? "",
  notSaved: styles.stateBad ?? "",
  restored: styles.stateBad ?? "",
  offline: styles.stateWarn ?? "",
  blocked: styles.stateWarn ?? "",
};

/** Whether the work is safe, in words. */
export function SaveStatus() {
  const { t } = useTranslation();
  const { kind, pending } = useSaveState();
  const text =
    kind === "offline" && pending === 0
      ? t("save.state.offlineEmpty")
      : t(`save.state.${kind}`, { count: pending });
  return (
    <span role="status" data-save-state={kind} className={`${styles.state} ${LOUD[kind] ?? ""}`}>
      {text}
    </span>
  );
}
