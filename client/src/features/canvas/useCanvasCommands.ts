/** Lists the canvas's commands while it is mounted. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../workspace/commands.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { asListed, canvasCommands, chosenOf } from "./canvasCommands.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";
import type { Clipboard } from "./useClipboard.ts";

export function useCanvasCommands(
  stage: Stage,
  actions: Actions,
  clipboard: Clipboard,
  canEdit: boolean,
): void {
  const { t } = useTranslation();
  const chosen = useWorkspace(({ selection }) => chosenOf(selection));
  const commands = useMemo(
    () => asListed(canvasCommands({ stage, actions, clipboard, world: null }), chosen, canEdit, t),
    [stage, actions, clipboard, chosen, canEdit, t],
  );
  useCommands(commands);
}
