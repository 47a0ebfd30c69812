/** The five first steps on a map. Each ends by doing what it asks for. Pure. */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";

export const STEPS = ["look", "open", "change", "answer", "together"] as const;
export type Step = (typeof STEPS)[number];

/** What this person has done since the step began, and what is so now. */
export interface Doings {
  /** The canvas was moved or zoomed. */
  readonly moved: boolean;
  /** A card stands in the open panel. */
  readonly cardOpen: boolean;
  /** Something was changed here. */
  readonly changed: boolean;
  /** Everything is on the server's disk. */
  readonly saved: boolean;
  /** An actor, or a link that says who answers, is selected. */
  readonly answerSeen: boolean;
  /** The dialog for sharing was opened, or a change taken back. */
  readonly sharedOrUndone: boolean;
}

const DONE: Readonly<Record<Step, (doings: Doings) => boolean>> = {
  look: ({ moved }) => moved,
  open: ({ cardOpen }) => cardOpen,
  change: ({ changed, saved }) => changed && saved,
  answer: ({ answerSeen }) => answerSeen,
  together: ({ sharedOrUndone }) => sharedOrUndone,
};

export const isDone = (step: Step, doings: Doings): boolean => DONE[step](doings);

/** What follows; null after the last. */
export const stepAfter = (step: Step): Step | null => STEPS[STEPS.indexOf(step) + 1] ?? null;

/** The actor with most accountabilities; null where nobody answers yet. */
export function mostAccountable({ links }: Pick<MapSnapshot, "links">): CardId | null {
  const counts = new Map<CardId, number>();
  for (const link of links.values())
    if (link.type === "responsible" && link.role === "accountable")
      counts.set(link.from, (counts.get(link.from) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}
