/** Clipboard, commands and questions of the canvas. Loaded after the map is drawn, with everything that opens menus. */
import type { RefObject } from "react";
import { useCanvas } from "./canvasStore.ts";
import { ClipboardContext } from "./clipboardContext.ts";
import { LinkPicker } from "./LinkPicker.tsx";
import { Questions } from "./Questions.tsx";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";
import { useCanvasCommands } from "./useCanvasCommands.ts";
import { useClipboard } from "./useClipboard.ts";

interface CanvasHandsProps {
  readonly stage: Stage;
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly actions: Actions;
}

export function CanvasHands({ stage, surface, actions }: CanvasHandsProps) {
  const canEdit = useCanvas((state) => state.canEdit);
  const clipboard = useClipboard(stage, surface, actions, canEdit);
  useCanvasCommands(stage, actions, clipboard, canEdit);
  return (
    <ClipboardContext value={clipboard}>
      <Questions stage={stage} surface={surface} actions={actions} canEdit={canEdit} />
      {canEdit && <LinkPicker surface={surface} actions={actions} />}
    </ClipboardContext>
  );
}
