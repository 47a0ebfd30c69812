/**
 * The blank rows at the ends of lists: each has an id before it is a record, so that what does not fit yet in it is
 * found again when its card is, and may begin with fields that are known from where somebody came.
 */
import { newRecordId } from "@trellis/shared/schema/ids";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Begun } from "../../../workspace/panelWish.ts";

interface BlankRows {
  /** By id of the blank row. */
  readonly begun: Readonly<Record<string, Begun>>;
}

const blankStore = createStore<BlankRows>()(() => ({ begun: {} }));
const blankIds = new Map<string, string>();

/** The id of the blank row of a list; a list is its owner and its name, `p-trams/contributions`. */
export function blankIdOf(list: string): string {
  const known = blankIds.get(list) ?? newRecordId();
  blankIds.set(list, known);
  return known;
}

/** The blank row has become a record: the next one has another id and knows nothing. */
export const endBlank = (list: string): boolean => blankIds.delete(list);

export const beginRow = (list: string, begun: Begun): void =>
  blankStore.setState({ begun: { [blankIdOf(list)]: begun } });

/** A row that was begun and left blank leaves nothing behind. */
export function forgetBegun(blankId: string): void {
  if (blankId in blankStore.getState().begun) blankStore.setState({ begun: {} });
}

/** What a blank row begins with. */
export const useBegun = (blankId: string): Begun | undefined =>
  useStore(blankStore, ({ begun }) => begun[blankId]);
