/** The rich text of a card, for richtext/ alone. */
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo, useSyncExternalStore } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { XmlFragment } from "yjs";
import { useConnection } from "./MapProvider.tsx";

export interface BodyBinding {
  readonly fragment: XmlFragment;
  readonly awareness: Awareness;
}

export function useBody(card: CardId): BodyBinding {
  const connection = useConnection();
  const shown = useSyncExternalStore(connection.subscribe, () => connection.shown);
  return useMemo(
    () => ({ fragment: shown.body(card), awareness: connection.provider.awareness }),
    [shown, connection, card],
  );
}
