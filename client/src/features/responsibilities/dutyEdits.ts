/** What the matrix changes; each is one edit and so one undo step. */
import { addLink, removeLink } from "@trellis/shared/ops/links";
import type { ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";

export interface DutyInput {
  readonly actor: CardId;
  readonly card: CardId;
  readonly role: ResponsibilityRole;
  /** Null: in every phase. */
  readonly phase: string | null;
}

/** Gives a role; true when it was done. */
export function giveDuty(draft: MapDraft, { actor, card, role, phase }: DutyInput): true {
  addLink(draft, {
    type: "responsible",
    from: actor,
    to: card,
    fields: { role, ...(phase === null ? {} : { phase }) },
  });
  return true;
}

/** Takes roles away; links that somebody else has removed in the meantime are passed over. */
export function endDuties(draft: MapDraft, links: readonly LinkId[]): true {
  for (const link of links) if (draft.linkEntry(link)) removeLink(draft, { link });
  return true;
}
