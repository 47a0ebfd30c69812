/** Whether what others do is read out. Remembered in this browser; where nothing may be remembered it is on. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { recall, remember } from "../ui/remembered.ts";

const KEY = "trellis.announce";

interface AnnouncePreference {
  readonly announcesOthers: boolean;
  readonly announceOthers: (on: boolean) => void;
}

export const announcePreference = createStore<AnnouncePreference>()((set) => ({
  announcesOthers: recall(KEY) !== "off",
  announceOthers: (announcesOthers) => {
    remember(KEY, announcesOthers ? "on" : "off");
    set({ announcesOthers });
  },
}));

export const useAnnouncesOthers = (): boolean =>
  useStore(announcePreference, ({ announcesOthers }) => announcesOthers);
