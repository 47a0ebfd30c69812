/**
 * The decision log: what is open, what is due (open past its date), what was decided and what was superseded.
 * A date that is a year or a month has passed when its last day has. Without a status nothing is known.
 */
import { compareText } from "../lib/order.ts";
import { firstDay, isAhead, lastDay } from "../schema/days.ts";
import type { CardId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { answerable, dutiesIn } from "./duties.ts";
import { facts, linksOf, today } from "./parts.ts";

export const DECISION_STATES = ["due", "open", "not_known", "decided", "superseded"] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export interface LoggedDecision {
  readonly card: CardId;
  readonly state: DecisionState;
  readonly date: string | null;
  /** Decided, and its review date has passed. */
  readonly isReviewDue: boolean;
  /** Cards it settles. */
  readonly settles: readonly CardId[];
  /** Cards that depend on it. */
  readonly waiting: readonly CardId[];
  /** Accountable for it, or else responsible. */
  readonly answers: readonly CardId[];
  /** How many occasions up to today, on which people took part, are written down on it. */
  readonly occasions: number;
  readonly isPlaceholder: boolean;
}

/** As far from any day as a number goes that can be subtracted: what has no date comes last. */
const UNDATED = 8.64e15 * 2;
const byDay = (date: string | null): number => (date ? lastDay(date) : UNDATED);

/** Every decision: due ones first, then open, not known, decided, superseded; each by date, undated ones last. */
export const decisions: Question<readonly LoggedDecision[]> = question((ask) => {
  const now = ask(today);
  const day = firstDay(now);
  const settled = ask(linksOf("decides"));
  const waits = ask(linksOf("depends_on"));
  const duties = ask(dutiesIn);
  return ask(facts("decision"))
    .map((card): LoggedDecision => {
      const isPast = card.date ? lastDay(card.date) < day : false;
      const state = card.status === "open" && isPast ? "due" : (card.status ?? "not_known");
      return {
        card: card.id,
        state,
        date: card.date ?? null,
        isReviewDue: state === "decided" && Boolean(card.reviewDate) && lastDay(card.reviewDate ?? "") < day,
        settles: settled.filter((link) => link.from === card.id).map((link) => link.to),
        waiting: waits.filter((link) => link.to === card.id).map((link) => link.from),
        answers: answerable(duties, card.id),
        occasions: (card.participation ?? []).filter((one) => !isAhead(one.date, now)).length,
        isPlaceholder: card.placeholder ?? false,
      };
    })
    .sort(
      (one, other) =>
        DECISION_STATES.indexOf(one.state) - DECISION_STATES.indexOf(other.state) ||
        byDay(one.date) - byDay(other.date) ||
        compareText(one.card, other.card),
    );
});
