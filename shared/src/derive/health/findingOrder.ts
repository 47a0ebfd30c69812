/**
 * The order in which the findings of a check are read: by weight, then in the order of the mission tree by the first
 * card of each. A card outside of the tree stands where the first card that it measures or threatens does; what has no
 * place comes last.
 */
import type { CardId } from "../../schema/ids.ts";
import { type Question, question } from "../ask.ts";
import { realLinks, tree } from "../parts.ts";
import type { Finding } from "./check.ts";

const WEIGHTS: readonly Finding["weight"][] = ["fail", "not_known", "warning", "note"];

export const places: Question<ReadonlyMap<CardId, number>> = question((ask) => {
  const found = new Map(ask(tree).all.map((card, index) => [card, index]));
  const inTree = new Set(found.keys());
  for (const { from, to } of [...ask(realLinks("measures")), ...ask(realLinks("threatens"))]) {
    const place = found.get(to);
    if (place === undefined || inTree.has(from)) continue;
    found.set(from, Math.min(place, found.get(from) ?? place));
  }
  return found;
});

/** The same list while it is in order already. */
export function inReadingOrder(
  findings: readonly Finding[],
  known: ReadonlyMap<CardId, number>,
): readonly Finding[] {
  const place = ({ cards: [card] }: Finding): number =>
    (card === undefined ? undefined : known.get(card)) ?? Number.MAX_SAFE_INTEGER;
  const compare = (one: Finding, other: Finding): number =>
    WEIGHTS.indexOf(one.weight) - WEIGHTS.indexOf(other.weight) || place(one) - place(other);
  const isInOrder = findings.every(
    (finding, index) => index === 0 || compare(findings[index - 1] as Finding, finding) <= 0,
  );
  return isInOrder ? findings : findings.toSorted(compare);
}
