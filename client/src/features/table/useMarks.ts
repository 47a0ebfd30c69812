/** Texts that do not fit, by row and column: pasted or typed here, or left in the panel of a card. */
import type { CardId } from "@trellis/shared/schema/ids";
import { sameJson } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";
import { useMemo, useRef } from "react";
import { type Draft, useDrafts } from "../../workspace/values/draftStore.ts";

export type RowMarks = Readonly<Record<string, Draft>>;

/** Marks of a row keep their identity while they are the same. */
export function useMarks(rows: readonly Card[], blank: CardId | null): ReadonlyMap<CardId, RowMarks> {
  const drafts = useDrafts();
  const before = useRef<ReadonlyMap<CardId, RowMarks>>(new Map());
  return useMemo(() => {
    const there = new Set<string>(rows.map(({ id }) => id));
    if (blank) there.add(blank);
    const found = new Map<CardId, Record<string, Draft>>();
    for (const [key, draft] of drafts) {
      const slash = key.indexOf("/");
      const row = key.slice(0, slash) as CardId;
      if (!there.has(row)) continue;
      found.set(row, { ...found.get(row), [key.slice(slash + 1)]: draft });
    }
    const kept = new Map(
      [...found].map(([row, marks]): [CardId, RowMarks] => {
        const old = before.current.get(row);
        return [row, old && sameJson(old, marks) ? old : marks];
      }),
    );
    before.current = kept;
    return kept;
  }, [drafts, rows, blank]);
}
