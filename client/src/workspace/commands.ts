/**
 * Everything a person can do on an open map, as one list: the palette runs it, the page of keys prints it. Each part
 * of the page lists its own commands while it is mounted, so that a view that is not there offers nothing.
 * A part that mounts later stands later in the list; an id listed twice is the newer one's.
 */
import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Headings of the palette and of the page of keys: `commands.group.*`. */
export const COMMAND_GROUPS = ["go", "see", "change", "together", "map"] as const;

export interface Command {
  /** Unique, `<part>.<verb>`, such as `canvas.fit`. */
  readonly id: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** In the reader's language. */
  readonly label: string;
  /** As printed, such as `Mod+K` or `Shift+F10`: parts joined by `+`, alternatives by a space. `Mod` is Ctrl or Cmd. */
  readonly keys?: string;
  /** Absent for keys that only mean something where the focus is, such as arrows: these are printed, not offered. */
  readonly run?: () => void;
}

interface CommandList {
  readonly parts: readonly (readonly Command[])[];
  /** Lists commands until the returned function is called. */
  readonly list: (commands: readonly Command[]) => () => void;
}

export const commandStore = createStore<CommandList>()((set) => ({
  parts: [],
  list: (commands) => {
    set(({ parts }) => ({ parts: [...parts, commands] }));
    return () => set(({ parts }) => ({ parts: parts.filter((part) => part !== commands) }));
  },
}));

/** Every command on offer now, in the order of the groups. */
export function commandsOf(parts: readonly (readonly Command[])[]): readonly Command[] {
  const byId = new Map(parts.flat().map((command) => [command.id, command]));
  return COMMAND_GROUPS.flatMap((group) => [...byId.values()].filter((command) => command.group === group));
}

/** Lists commands while the caller is mounted. Give the same array for the same commands (`useMemo`). */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => commandStore.getState().list(commands), [commands]);
}

export const useCommandParts = (): CommandList["parts"] => useStore(commandStore, ({ parts }) => parts);
