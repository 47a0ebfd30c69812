/** What the outline asks: what to do with a row, where cards go, what a card is linked to. Fetched with the outline. */
import type { CardId } from "@trellis/shared/schema/ids";
import { LinkQuestion } from "./LinkQuestion.tsx";
import { MoveQuestion } from "./MoveQuestion.tsx";
import { useOutline } from "./outlineStore.ts";
import { RowMenu } from "./RowMenu.tsx";
import type { OutlineModel } from "./useOutlineModel.ts";

export function OutlineQuestions({ model }: { readonly model: OutlineModel }) {
  const asking = useOutline((state) => state.asking);
  const close = () => {
    model.store.getState().set({ asking: null });
    // After the dialog has given the focus back to where it came from.
    setTimeout(() => model.tree.current?.focus({ preventScroll: true }), 0);
  };
  const isThere = (card: CardId) => model.snapshot.cards.has(card);
  if (asking?.kind === "row") return <RowMenu model={model} asking={asking} />;
  if (asking?.kind === "move" && asking.cards.every(isThere))
    return <MoveQuestion model={model} cards={asking.cards} onClose={close} />;
  if (asking?.kind === "link" && isThere(asking.card))
    return <LinkQuestion model={model} card={asking.card} onClose={close} />;
  return null;
}
