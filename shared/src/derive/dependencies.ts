/**
 * What work needs first (`depends_on`), and whether the dates allow it. Something is late for what needs it when it
 * ends, or even starts, after that starts, by every reading of the dates. What has no dates is not known, never in order.
 */
import { compareText } from "../lib/order.ts";
import { firstDay, lastDay } from "../schema/days.ts";
import type { CardId, LinkId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { facts, linksOf } from "./parts.ts";

export type DependencyState =
  /** What is needed starts, or is decided, only after what needs it. */
  | "starts_later"
  /** It started before, and ends after what needs it has started. */
  | "ends_later"
  | "in_order"
  | "not_known";

export interface Dependency {
  readonly link: LinkId;
  readonly card: CardId;
  readonly needs: CardId;
  readonly state: DependencyState;
  /** What is needed is there already: completed, in force, decided. */
  readonly isMet: boolean;
}

interface Times {
  readonly start: string | null;
  readonly end: string | null;
  readonly isThere: boolean;
}

const times: Question<ReadonlyMap<CardId, Times>> = question(
  (ask) =>
    new Map<CardId, Times>([
      ...ask(facts("project")).map(
        ({ id, start, end, status }) =>
          [id, { start: start || null, end: end || null, isThere: status === "completed" }] as const,
      ),
      ...ask(facts("instrument")).map(
        ({ id, start, status }) =>
          [id, { start: start || null, end: start || null, isThere: status === "in_force" }] as const,
      ),
      ...ask(facts("decision")).map(
        ({ id, date, status }) =>
          [id, { start: date || null, end: date || null, isThere: status === "decided" }] as const,
      ),
    ]),
);

function stateOf(start: string | null, needed: Times | undefined): DependencyState {
  if (start === null || !needed) return "not_known";
  const isLater = (date: string | null) => date !== null && firstDay(date) > lastDay(start);
  if (isLater(needed.start)) return "starts_later";
  if (isLater(needed.end)) return "ends_later";
  return needed.end === null ? "not_known" : "in_order";
}

/** Every dependency, in the order of what needs and what is needed. */
export const dependencies: Question<readonly Dependency[]> = question((ask) => {
  const known = ask(times);
  return ask(linksOf("depends_on"))
    .map(({ id, from, to }): Dependency => {
      const needed = known.get(to);
      const state = stateOf(known.get(from)?.start ?? null, needed);
      return { link: id, card: from, needs: to, state, isMet: needed?.isThere ?? false };
    })
    .sort((one, other) => compareText(one.card, other.card) || compareText(one.needs, other.needs));
});
