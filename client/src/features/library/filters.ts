/** Which evidence and which decisions are shown, and in which order. Pure. */
import type { Ask } from "@trellis/shared/derive/ask";
import type { LoggedDecision } from "@trellis/shared/derive/decisions";
import { type LibraryEntry, library } from "@trellis/shared/derive/library";
import type { DecisionChoice, LibraryAddress } from "./libraryAddress.ts";
import { nameOf, type Words } from "./libraryWords.ts";

/** The year in which a piece of evidence was made; its date may be a month or a day. */
const yearOf = ({ year }: Pick<LibraryEntry, "year">): string | null => year?.slice(0, 4) || null;

/** Evidence that fits the filters: the newest first, without a year last, then by title. */
export function shownEvidence(
  words: Words,
  ask: Ask,
  { kind, year, transferable }: Pick<LibraryAddress, "kind" | "year" | "transferable">,
): readonly LibraryEntry[] {
  return ask(library)
    .filter(
      (entry) =>
        (kind === null || entry.kind === kind) &&
        (year === null || yearOf(entry) === year) &&
        (transferable === null || entry.transferable === transferable),
    )
    .map((entry) => ({ entry, title: nameOf(words, entry.card), year: entry.year ?? "" }))
    .sort((one, other) => other.year.localeCompare(one.year) || one.title.localeCompare(other.title))
    .map(({ entry }) => entry);
}

/** Years of evidence, the newest first. */
export const yearsOf = (entries: readonly LibraryEntry[]): readonly string[] =>
  [...new Set(entries.flatMap((entry) => yearOf(entry) ?? []))].sort().reverse();

/** No choice shows all of them; "review" is a choice beside the states. */
export const isChosenDecision = (
  { decisions }: Pick<LibraryAddress, "decisions">,
  decision: Pick<LoggedDecision, "state" | "isReviewDue">,
): boolean => decisions.length === 0 || decisions.some((choice) => isOf(choice, decision));

const isOf = (
  choice: DecisionChoice,
  { state, isReviewDue }: Pick<LoggedDecision, "state" | "isReviewDue">,
) => (choice === "review" ? isReviewDue : choice === state);

/** How many there are of each choice; choices without any are left out. */
export function decisionCounts(
  choices: readonly DecisionChoice[],
  all: readonly Pick<LoggedDecision, "state" | "isReviewDue">[],
): readonly { readonly choice: DecisionChoice; readonly count: number }[] {
  return choices
    .map((choice) => ({ choice, count: all.filter((one) => isOf(choice, one)).length }))
    .filter(({ count }) => count > 0);
}
