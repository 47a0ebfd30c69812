/** Rich texts of several cards as values, for copying them. Reads only; a text being written is `richtext`'s. */
import { type Body, readBody } from "@trellis/shared/schema/body";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback } from "react";
import { useConnection } from "./MapProvider.tsx";

/** Cards without a text are left out. */
export function useBodies(): (cards: Iterable<CardId>) => ReadonlyMap<CardId, Body> {
  const connection = useConnection();
  return useCallback(
    (cards) => {
      const { shown } = connection;
      const bodies = new Map<CardId, Body>();
      for (const card of cards) {
        const body = shown.hasBody(card) ? readBody(shown.body(card)) : null;
        if (body) bodies.set(card, body);
      }
      return bodies;
    },
    [connection],
  );
}
