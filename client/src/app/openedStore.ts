/** Which of the map's own dialogs is open; commands, keys and buttons open the same. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export type Dialog = "palette" | "keys" | "share";

interface Opened {
  readonly dialog: Dialog | null;
  readonly open: (dialog: Dialog) => void;
  readonly close: () => void;
}

export const openedStore = createStore<Opened>()((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}));

export const useOpened = (): Dialog | null => useStore(openedStore, ({ dialog }) => dialog);
