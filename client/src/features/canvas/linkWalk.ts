/**
 * Going along links by keyboard: `]` and `[` go round the cards that one card is joined to, in reading order, and back
 * to it; Home goes up to what the card is part of. Pure: the walk is what the caller keeps between two keys.
 */
import { type MissionTree, parentOf } from "@trellis/shared/derive/tree";
import type { CardId } from "@trellis/shared/schema/ids";
import type { LineEnds } from "./lines.ts";

export interface Walk {
  /** The card whose links are walked. */
  readonly origin: CardId;
  /** Where it stands now. */
  readonly card: CardId;
  readonly line: LineEnds | null;
  /** Counted from 1; 0 at the origin. */
  readonly at: number;
  readonly of: number;
}

/** Links of a card in one order: its home first, then what is part of it, then the others as they are listed. */
export function walkable<Line extends LineEnds>(card: CardId, lines: readonly Line[]): Line[] {
  const rank = (line: LineEnds) => (line.id !== null ? 2 : line.to === card ? 0 : 1);
  return [...lines].sort((one, other) => rank(one) - rank(other));
}

export const otherEnd = (card: CardId, { from, to }: LineEnds): CardId => (from === card ? to : from);

/**
 * The next step. A walk goes on while the active card is where it left off; from any other card a new one begins.
 * Null for a card without links.
 */
export function stepAlong(
  before: Walk | null,
  active: CardId,
  linesAt: (card: CardId) => readonly LineEnds[],
  way: 1 | -1,
): Walk | null {
  const going = before !== null && before.card === active;
  const origin = going ? before.origin : active;
  const lines = walkable(origin, linesAt(origin));
  if (lines.length === 0) return null;
  const steps = lines.length + 1;
  const at = ((going ? Math.min(before.at, lines.length) : 0) + way + steps) % steps;
  const line = at === 0 ? null : (lines[at - 1] ?? null);
  return { origin, card: line ? otherEnd(origin, line) : origin, line, at, of: lines.length };
}

/** Where Home leads: to what the card is part of, else along its first link, else to the first mission. */
export function homeward(
  tree: MissionTree,
  card: CardId,
  linesAt: (card: CardId) => readonly LineEnds[],
): CardId | null {
  const parent = parentOf(tree, card);
  if (parent !== null) return parent;
  const [line] = tree.depths.has(card) ? [] : walkable(card, linesAt(card));
  const [mission] = tree.missions;
  return line ? otherEnd(card, line) : mission && mission !== card ? mission : null;
}
