import type { RefObject } from "react";
import { CanvasHands } from "./CanvasHands.tsx";
import type { Stage } from "./stage.ts";
import { Toolbar } from "./Toolbar.tsx";
import { ToolHint } from "./ToolHint.tsx";
import type { Actions } from "./useActions.ts";
import { ViewControls } from "./ViewControls.tsx";

interface CanvasToolsProps {
  readonly stage: Stage | null;
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly actions: Actions;
  readonly canEdit: boolean;
}

/** Everything around the canvas that opens menus. Loaded after the map is drawn: menus bring code no map waits for. */
export function CanvasTools({ stage, surface, actions, canEdit }: CanvasToolsProps) {
  return (
    <>
      {canEdit && <Toolbar stage={stage} surface={surface} actions={actions} />}
      <ViewControls stage={stage} surface={surface} actions={actions} />
      {canEdit && <ToolHint />}
      {stage && <CanvasHands stage={stage} surface={surface} actions={actions} />}
    </>
  );
}
