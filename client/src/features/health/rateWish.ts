/** Somebody pressed the button of a finding that asks for ratings: the lenses open the form once and forget the wish. */
import type { CardId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface RateWish {
  readonly lens: string;
  readonly mission: CardId;
}

const wishStore = createStore<{ readonly wish: RateWish | null }>()(() => ({ wish: null }));

export const wishToRate = (wish: RateWish): void => wishStore.setState({ wish });

export const endRateWish = (): void => wishStore.setState({ wish: null });

export const useRateWish = (): RateWish | null => useStore(wishStore, ({ wish }) => wish);
