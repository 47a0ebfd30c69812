/** Commands and keys of the panel: to the card before and after, and out. */
import type { Card } from "@trellis/shared/schema/values";
import { type KeyboardEvent, useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { showCard } from "../../workspace/showCard.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { siblingsOf } from "./CardHead.tsx";

/** Answers the keys that mean something anywhere in the panel. */
export function usePanelCommands(card: Card | undefined) {
  const { t } = useTranslation();
  const store = useLiveMap();
  const id = card?.id;
  const step = useCallback(
    (by: 1 | -1) => {
      const snapshot = store.getSnapshot();
      const now = id && snapshot.cards.get(id);
      const siblings = now ? siblingsOf(snapshot, now) : [];
      const next = now && siblings[siblings.indexOf(now.id) + by];
      const shown = next && snapshot.cards.get(next);
      if (shown) showCard(shown);
    },
    [store, id],
  );
  const commands = useMemo(
    (): readonly Command[] => [
      { id: "panel.close", group: "see", label: t("inspector.close"), keys: "Escape" },
      ...(id
        ? [
            {
              id: "panel.previous",
              group: "go" as const,
              label: t("inspector.previous"),
              keys: "Alt+PageUp",
              run: () => step(-1),
            },
            {
              id: "panel.next",
              group: "go" as const,
              label: t("inspector.next"),
              keys: "Alt+PageDown",
              run: () => step(1),
            },
          ]
        : []),
    ],
    [t, id, step],
  );
  useCommands(commands);
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (event.altKey && (event.key === "PageUp" || event.key === "PageDown")) {
      event.preventDefault();
      step(event.key === "PageUp" ? -1 : 1);
    }
    // An open list, and a dialog over the panel, have the first say.
    const isElsewhere = target.getAttribute("aria-expanded") === "true" && target.matches("input");
    if (event.key !== "Escape" || event.defaultPrevented || isElsewhere) return;
    if (!event.currentTarget.contains(target)) return;
    event.stopPropagation();
    workspaceStore.getState().closePanel();
  };
}
