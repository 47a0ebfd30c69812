/**
 * Removes the cards named by `askToRemove`. Cards without children go at once, with a notice that can undo it; cards
 * with children first ask where those go.
 */
import { type ChildrenGo, removeCard } from "@trellis/shared/ops/cards";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../document/useEdit.ts";
import { sameList, useMap } from "../document/useMap.ts";
import { later } from "../ui/later.tsx";
import { useUndoNotice } from "./useUndoNotice.ts";
import { useWorkspace } from "./workspaceStore.ts";

const RemoveQuestion = later(async () => (await import("./RemoveQuestion.tsx")).RemoveQuestion);

const NONE: readonly CardId[] = [];

interface Removal {
  readonly cards: readonly CardId[];
  readonly children: ChildrenGo;
}

function removeCards(draft: MapDraft, { cards, children }: Removal): true {
  for (const card of cards) {
    // One of them may have gone with another ("remove").
    if (draft.hasCard(card)) removeCard(draft, { card, children });
  }
  return true;
}

export function RemoveCardsDialog() {
  const { t } = useTranslation();
  const edit = useEdit();
  const undoNotice = useUndoNotice();
  const removing = useWorkspace((state) => state.removing) ?? NONE;
  const endRemoval = useWorkspace((state) => state.endRemoval);
  const clearSelection = useWorkspace((state) => state.clearSelection);
  const cards = useMap((snapshot) => removing.filter((id) => snapshot.cards.has(id)), sameList);
  const childTitles = useMap(
    (snapshot) =>
      cards.length === 0
        ? []
        : [...snapshot.cards.values()]
            .filter((card) => card.home !== null && cards.includes(card.home) && !cards.includes(card.id))
            .map((card) => card.title),
    sameList,
  );
  const [first] = cards;
  const title =
    useMap((snapshot) => (first && snapshot.cards.get(first)?.title) || "") || t("inspector.untitled");
  const isPlain = cards.length > 0 && childTitles.length === 0;

  const remove = (children: ChildrenGo) => {
    endRemoval();
    if (!edit(removeCards, { cards, children })) return;
    clearSelection();
    undoNotice(t("remove.done", { count: cards.length, title }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per request, which `removing` stands for
  useEffect(() => {
    if (isPlain) remove("parent");
    else if (removing.length > 0 && cards.length === 0) endRemoval();
  }, [removing]);

  if (cards.length === 0 || isPlain) return null;
  return (
    <Suspense>
      <RemoveQuestion
        count={cards.length}
        title={title}
        childTitles={childTitles}
        onRemove={remove}
        onCancel={endRemoval}
      />
    </Suspense>
  );
}
