/** Carries out the keys and clicks of the list of cards. A cell leads to where what it says is written. */
import type { CardId } from "@trellis/shared/schema/ids";
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useLiveMap } from "../../document/useMap.ts";
import { showCard } from "../../workspace/showCard.ts";
import { type CardLine, COLUMNS } from "./cardLines.ts";
import type { FundingStoreApi, Spot } from "./fundingStore.ts";
import { gridCommand, spotAt } from "./gridKeys.ts";
import { MONEY_CHIPS, useOpenAt } from "./useFill.ts";
import type { FundingModel } from "./useFundingModel.ts";

export interface CardActs {
  /** Opens a card, at the field that the column is about. */
  readonly open: (spot: Spot) => void;
  readonly fold: (card: CardId) => void;
}

function toggleFold(store: FundingStoreApi, card: CardId, isOpen?: boolean): void {
  const folded = new Set(store.getState().folded);
  if (isOpen ?? folded.has(card)) folded.delete(card);
  else folded.add(card);
  store.setState({ folded });
}

export function useCardKeys(model: FundingModel, lines: readonly CardLine[], page: () => number) {
  const { store } = model;
  const live = useLiveMap();
  const openAt = useOpenAt();
  const acts = useMemo((): CardActs => {
    const hasCost = (id: CardId) => {
      const type = live.getSnapshot().cards.get(id)?.type;
      return type === "project" || type === "mission";
    };
    return {
      open: (spot) => {
        store.setState({ active: spot });
        const column = COLUMNS[spot.column - 1];
        const card = live.getSnapshot().cards.get(spot.card);
        if (column === "committed" || column === "sought") openAt(spot.card, MONEY_CHIPS);
        else if (column !== undefined && hasCost(spot.card)) openAt(spot.card, "cost");
        else if (card) showCard(card);
      },
      fold: (card) => toggleFold(store, card),
    };
  }, [store, live, openAt]);
  // Read when a key comes, so that the keys themselves stay the same and nothing is drawn for them.
  const latest = useRef({ lines, page });
  useEffect(() => {
    latest.current = { lines, page };
  });
  const keys = useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
        if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
        const command = gridCommand(event);
        const { active } = store.getState();
        if (!command || !active) return;
        event.preventDefault();
        event.stopPropagation();
        const line = latest.current.lines.find(({ key }) => key === active.card);
        if (command === "open") acts.open(active);
        else if (command === "fold") {
          if (line && line.isOpen !== null) acts.fold(active.card);
        } else if (active.column === 0 && command.go === "right" && line?.isOpen === false)
          toggleFold(store, active.card, true);
        else if (active.column === 0 && command.go === "left" && line?.isOpen === true)
          toggleFold(store, active.card, false);
        else
          store.setState({ active: spotAt(latest.current.lines, active, command.go, latest.current.page()) });
      },
      onFocus: (event: FocusEvent<HTMLDivElement>) => {
        const first = latest.current.lines[0];
        const { active } = store.getState();
        const isThere = latest.current.lines.some(({ key }) => key === active?.card);
        if (event.target === event.currentTarget && first && !isThere)
          store.setState({ active: { card: first.key, column: 0 } });
      },
    }),
    [store, acts],
  );
  return { keys, acts };
}
