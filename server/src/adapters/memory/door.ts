// Whether the stores of one memory are still open; all of them share it.
import { StoreError } from "../../ports/storeErrors.ts";

export interface Door {
  open: boolean;
}

/** Lets others run first, as a real store does, and refuses after close. */
export async function enter(door: Door): Promise<void> {
  if (!door.open) throw new StoreError("store_closed", "The store is closed.");
  await Promise.resolve();
}
