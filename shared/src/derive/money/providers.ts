/** Who is behind a pot. Joint providers share it equally. */
import type { CardId } from "../../schema/ids.ts";
import { type Question, question } from "../ask.ts";
import { realLinks } from "../parts.ts";

/** The providers of each pot that has any, each once. */
export const providersOf: Question<ReadonlyMap<CardId, readonly CardId[]>> = question((ask) => {
  const givers = new Map<CardId, Set<CardId>>();
  for (const { from, to } of ask(realLinks("provides")))
    givers.set(to, (givers.get(to) ?? new Set<CardId>()).add(from));
  return new Map([...givers].map(([pot, actors]) => [pot, [...actors]]));
});
