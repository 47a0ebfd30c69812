/** Shows others that this person is editing a card, while the focus is inside its form. */
import type { CardId } from "@trellis/shared/schema/ids";
import { type FocusEvent, useEffect } from "react";
import { useSetPresence } from "../../presence/PresenceProvider.tsx";

export function useEditingPresence(card: CardId) {
  const setPresence = useSetPresence();
  useEffect(() => () => setPresence({ editing: null }), [setPresence]);
  return {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (event.target.matches("input, textarea, select, [contenteditable=true]"))
        setPresence({ editing: card });
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setPresence({ editing: null });
    },
  };
}
