/**
 * Whom this tab follows. Following ends by `stop`, whoever calls it: own movement, Escape, the other one's leaving.
 * What it makes the page do is in `app/useFollowing.ts`.
 */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export interface Followed {
  /** The tab, by its Yjs client id. */
  readonly clientId: number;
  readonly name: string;
  readonly colour: string;
}

interface FollowState {
  readonly followed: Followed | null;
  readonly follow: (followed: Followed) => void;
  readonly stop: () => void;
}

export const followStore = createStore<FollowState>()((set) => ({
  followed: null,
  follow: ({ clientId, name, colour }) => set({ followed: { clientId, name, colour } }),
  stop: () => set({ followed: null }),
}));

export const useFollowed = (): Followed | null => useStore(followStore, ({ followed }) => followed);
