/**
 * The portfolio: projects by challenge and maturity, which shows where a mission only scales what it knows and where
 * nothing is tried. A project stands once, with the nearest challenge above it; challenges it also helps are named.
 */
import { compareText } from "../lib/order.ts";
import { ENUMS, type EnumValue } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { facts, linksOf, nearestChallenge } from "./parts.ts";

export type Maturity = EnumValue<"maturity">;

export interface PortfolioRow {
  /** Null: projects under no challenge. */
  readonly challenge: CardId | null;
  /** Projects at home here by maturity, in the order of the tree; null: maturity not known. */
  readonly projects: ReadonlyMap<Maturity | null, readonly CardId[]>;
  /** Projects at home elsewhere that contribute here. */
  readonly helping: readonly CardId[];
}

/** One row for each challenge in the order of the tree, empty ones too; then projects under none, where there are any. */
export const portfolio: Question<readonly PortfolioRow[]> = question((ask) => {
  const nearest = ask(nearestChallenge);
  const maturity = new Map(ask(facts("project")).map((card) => [card.id, card.maturity ?? null]));
  const rows = new Map<CardId | null, Map<Maturity | null, CardId[]>>();
  const row = () => new Map<Maturity | null, CardId[]>([...ENUMS.maturity, null].map((name) => [name, []]));
  for (const [card, challenge] of nearest) if (card === challenge) rows.set(card, row());
  const loose = row();
  for (const [card, challenge] of nearest) {
    const own = maturity.get(card);
    if (own === undefined) continue;
    (rows.get(challenge) ?? loose).get(own)?.push(card);
  }
  if ([...loose.values()].some((cards) => cards.length > 0)) rows.set(null, loose);
  const helping = ask(linksOf("contributes_to")).filter(({ from }) => maturity.has(from));
  return [...rows].map(([challenge, projects]) => ({
    challenge,
    projects,
    helping: [...new Set(helping.filter((link) => link.to === challenge).map((link) => link.from))]
      .filter((project) => nearest.get(project) !== challenge)
      .sort(compareText),
  }));
});
