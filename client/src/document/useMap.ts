/** Reading the map. Select as little as a view needs: it renders only when the selected value changed. */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { useRef, useSyncExternalStore } from "react";
import { useConnection } from "./MapProvider.tsx";
import type { LiveMap } from "./mapFeed.ts";

/** The store itself, for a binding of its own by changed ids (the canvas). Stable for the life of the map. */
export const useLiveMap = (): LiveMap => useConnection().feed;

interface Memo<Value> {
  readonly snapshot: MapSnapshot;
  readonly selector: (snapshot: MapSnapshot) => Value;
  readonly value: Value;
}

/** `selector` may be an inline function; `isEqual` keeps the old value when a freshly built one means the same. */
export function useMap<Value>(
  selector: (snapshot: MapSnapshot) => Value,
  isEqual: (one: Value, other: Value) => boolean = Object.is,
): Value {
  const store = useLiveMap();
  const memo = useRef<Memo<Value> | null>(null);
  const read = () => {
    const snapshot = store.getSnapshot();
    const last = memo.current;
    if (last && last.snapshot === snapshot && last.selector === selector) return last.value;
    const fresh = selector(snapshot);
    const value = last && isEqual(last.value, fresh) ? last.value : fresh;
    memo.current = { snapshot, selector, value };
    return value;
  };
  return useSyncExternalStore(store.subscribe, read);
}

const whole = (snapshot: MapSnapshot): MapSnapshot => snapshot;
/** All of the map, for what is worked out from the whole: renders at every change. */
export const useSnapshot = (): MapSnapshot => useMap(whole);

/** Equality for arrays whose entries keep their identity. */
export const sameList = <Item>(one: readonly Item[], other: readonly Item[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);
