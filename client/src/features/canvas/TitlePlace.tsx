/** The title editor, put into the card whose title is being written. */
import { useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { useCanvas } from "./canvasStore.ts";
import type { Stage } from "./stage.ts";
import { TitleEditor } from "./TitleEditor.tsx";

export function TitlePlace({ stage }: { readonly stage: Stage }) {
  const { cards, scene } = stage;
  const place = useSyncExternalStore(cards.onEditorPlace, cards.editorPlace);
  const card = useCanvas((state) => state.titleOf);
  if (!place || !card) return null;
  return createPortal(
    <TitleEditor key={card} card={card} title={scene.card(card)?.title ?? ""} />,
    place,
    card,
  );
}
