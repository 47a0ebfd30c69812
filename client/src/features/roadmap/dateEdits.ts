/** What the roadmap changes; each is one edit and so one undo step. */
import { editField } from "@trellis/shared/ops/cards";
import { addLink } from "@trellis/shared/ops/links";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Dates } from "./shiftDates.ts";

interface DatesInput {
  readonly card: CardId;
  readonly before: Dates;
  readonly dates: Dates;
}

/** Writes the dates that are others than before; true when it was done. */
export function setDates(draft: MapDraft, { card, before, dates }: DatesInput): true {
  for (const field of ["start", "end"] as const)
    if (dates[field] !== before[field]) editField(draft, { card, field, value: dates[field] });
  return true;
}

interface AccountableInput {
  readonly actor: CardId;
  readonly card: CardId;
  readonly phase: string;
}

/** Makes somebody accountable for a card in one phase; true when it was done. */
export function nameAccountable(draft: MapDraft, { actor, card, phase }: AccountableInput): true {
  addLink(draft, { type: "responsible", from: actor, to: card, fields: { role: "accountable", phase } });
  return true;
}
