/**
 * Removes the cards named by `askToRemove`. Cards without children go at once, with a notice that can undo it; cards
 * with children first ask where those go. A question once asked stays until the person answers it, also when somebody
 * else removes the children meanwhile; only when the cards themselves are gone is it closed, with a sentence.
 */
import { type ChildrenGo, removeCard } from "@trellis/shared/ops/cards";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../document/useEdit.ts";
import { sameList, useLiveMap, useMap } from "../document/useMap.ts";
import { later } from "../ui/later.tsx";
import { notify } from "../ui/notify.ts";
import { leftUnanswered } from "./leftUnanswered.ts";
import { useUndoNotice } from "./useUndoNotice.ts";
import { useWorkspace } from "./workspaceStore.ts";

const RemoveQuestion = later(async () => (await import("./RemoveQuestion.tsx")).RemoveQuestion);

const NONE: readonly CardId[] = [];

/** A question that is open: the request it belongs to, by identity, and what was to go as it was called then. */
interface Asked {
  readonly request: readonly CardId[];
  readonly title: string;
}

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
  const live = useLiveMap();
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
    useMap((snapshot) => (first && snapshot.cards.get(first)?.title) || "") || t("map.untitledCard");
  const [asked, setAsked] = useState<Asked | null>(null);
  const isAsked = asked?.request === removing;
  const isGone = removing.length > 0 && cards.length === 0;

  const remove = (children: ChildrenGo) => {
    endRemoval();
    const unanswered = leftUnanswered(live.getSnapshot(), cards);
    if (!edit(removeCards, { cards, children })) return;
    clearSelection();
    const done = t("remove.done", { count: cards.length, title });
    undoNotice(unanswered === 0 ? done : `${done} ${t("remove.unanswered", { count: unanswered })}`);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: decided once per request, which `removing` stands for
  useEffect(() => {
    if (cards.length === 0) return;
    if (childTitles.length === 0) remove("parent");
    else setAsked({ request: removing, title });
  }, [removing]);
  useEffect(() => {
    if (!isGone) return;
    endRemoval();
    if (isAsked)
      notify({ tone: "problem", text: t("remove.gone", { count: removing.length, title: asked.title }) });
  }, [isGone, isAsked, asked, removing, endRemoval, t]);

  if (!isAsked || cards.length === 0) return null;
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
