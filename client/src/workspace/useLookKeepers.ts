/**
 * Keeps the look true to the map. What it names and the map does not have (any more) is dropped and said; a card that
 * is selected from elsewhere, or was made just now, is shown whatever is hidden. Called once, by the map's frame.
 */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { useEffect } from "react";
import { useLiveMap } from "../document/useMap.ts";
import { cardsNamed } from "./look.ts";
import { lookStore } from "./lookStore.ts";
import { shownNow } from "./shownNow.ts";
import { asAside } from "./useLookAddress.ts";
import { workspaceStore } from "./workspaceStore.ts";

export function useLookKeepers(): void {
  const live = useLiveMap();
  useEffect(() => {
    /** Selected cards that were in sight when last looked, or not on the map yet: they are not to vanish. */
    let firm = new Set<CardId>();
    const dropGone = () => {
      const { cards } = live.getSnapshot();
      // Before the map has come nothing can be said about it.
      if (cards.size === 0) return;
      const look = lookStore.getState();
      const gone = new Set<CardId>(cardsNamed(look).filter((id) => !cards.has(id)));
      if (gone.size > 0) asAside(() => look.lose(gone));
    };
    const keep = (mayVanish: (id: CardId) => boolean) => {
      const snapshot = live.getSnapshot();
      const { selection } = workspaceStore.getState();
      const isHidden = hiddenIn(snapshot);
      const wanted = selection.cards.filter((id) => isHidden(id) && !mayVanish(id));
      if (wanted.length > 0) lookStore.getState().alsoShow(wanted);
      const isStillHidden = hiddenIn(snapshot);
      firm = new Set(selection.cards.filter((id) => !isStillHidden(id)));
    };
    let { cards: selected } = workspaceStore.getState().selection;
    const stops = [
      live.subscribe(() => {
        dropGone();
        keep((id) => !firm.has(id));
      }),
      lookStore.subscribe((look, before) => {
        dropGone();
        if (look.also === before.also) keep(() => true);
      }),
      workspaceStore.subscribe(({ selection, shownTypes }, before) => {
        const isNew = selection.cards !== selected;
        selected = selection.cards;
        if (isNew || shownTypes !== before.shownTypes) keep(() => !isNew);
      }),
    ];
    dropGone();
    keep(() => false);
    return () => stops.forEach((stop) => void stop());
  }, [live]);
}

/** Which cards of a snapshot are hidden now; a card that is not on the map is not. */
function hiddenIn(snapshot: MapSnapshot): (id: CardId) => boolean {
  const { shown } = shownNow(snapshot);
  return (id) => shown !== null && !shown.has(id) && snapshot.cards.has(id);
}
