/** What the chosen tool expects next, in one line; read out as well. */
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import styles from "./Canvas.module.css";
import { useCanvas } from "./canvasStore.ts";

export function ToolHint() {
  const { t } = useTranslation();
  const tool = useWorkspace((state) => state.tool);
  const framing = useCanvas((state) => state.framing);
  let hint = "";
  if (framing) hint = t("canvas.hint.frame");
  else if (tool.kind === "connect") hint = t("canvas.hint.connect");
  else if (tool.kind === "add")
    hint = t("canvas.hint.add", { type: t(`cardType.${tool.type}`).toLocaleLowerCase() });
  return (
    <div className={styles.hint} role="status" data-empty={hint === "" || undefined}>
      {hint}
    </div>
  );
}
