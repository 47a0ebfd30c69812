/** How far along a card is, in a form that every view can show: the listed value, and the tone of its mark. Pure. */
import type { EnumName } from "@trellis/shared/schema/enums";
import type { Card } from "@trellis/shared/schema/values";

/** For the mark before a status. Always beside the words, never instead of them. */
export type Tone = "idea" | "waiting" | "active" | "done" | "halted";

export interface CardStatus {
  /** Key in the catalogue: `enum.<list>.<value>`. */
  readonly list: EnumName;
  readonly value: string;
  readonly tone: Tone;
}

const TONES: Readonly<Record<string, Tone>> = {
  idea: "idea",
  proposed: "waiting",
  approved: "waiting",
  open: "waiting",
  in_delivery: "active",
  in_force: "active",
  completed: "done",
  decided: "done",
  paused: "halted",
  stopped: "halted",
  repealed: "halted",
  superseded: "halted",
};

/** Null for a card whose status is not known, and for types that have none. */
export function statusOf(card: Card): CardStatus | null {
  const list: EnumName =
    card.type === "instrument" ? "instrumentStatus" : card.type === "decision" ? "decisionStatus" : "status";
  const value = "status" in card ? card.status : null;
  return value ? { list, value, tone: TONES[value] ?? "waiting" } : null;
}
