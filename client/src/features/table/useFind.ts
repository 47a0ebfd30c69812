/** What is looked for: at once in the table, and in the address as soon as the typing pauses. */
import { useCallback, useEffect, useRef } from "react";
import type { TableModel } from "./useTableModel.ts";

/** Browsers refuse an address that changes with each letter. */
const PAUSE_MS = 300;

export function useFind({ store, choose }: TableModel): (query: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (query) => {
      store.getState().set({ query });
      clearTimeout(timer.current);
      const write = () => {
        choose({ find: query.trim() }, { replace: true });
        // From here on the address says it, so that Back and a link are followed.
        if (query === query.trim()) store.getState().set({ query: null });
      };
      // Cleared is no letter of a word: what is chosen next is a step of its own, from where all rows are shown.
      if (query === "") write();
      else timer.current = setTimeout(write, PAUSE_MS);
    },
    [store, choose],
  );
}
