/** Rows that can be dragged, and where the dragged ones would go. */
import type { CardId } from "@trellis/shared/schema/ids";
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type Drop, RowDrag } from "./rowDrag.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

export function useDrag(model: OutlineModel, scroller: RefObject<HTMLDivElement | null>, height: number) {
  const [drop, show] = useState<Drop | null>(null);
  const latest = useRef({ model, height });
  useEffect(() => {
    latest.current = { model, height };
  }, [model, height]);
  const drag = useRef<RowDrag | null>(null);
  useEffect(() => () => drag.current?.end(), []);
  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLDivElement>) => {
      if (!latest.current.model.canEdit || event.button !== 0 || event.pointerType === "touch") return;
      const target = event.target as HTMLElement;
      const row = target.closest<HTMLElement>('[data-kind="card"]');
      if (!row?.dataset.key || target.closest("button, input, select")) return;
      drag.current?.end();
      const scene = () => ({ ...latest.current, scroller: scroller.current, show });
      drag.current = new RowDrag(scene, row.dataset.key as CardId, event.nativeEvent);
    },
    [scroller],
  );
  return { drop, onPointerDown };
}
