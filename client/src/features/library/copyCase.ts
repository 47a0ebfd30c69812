/** A case of another map as evidence of this one: one operation, and so one undo step. */
import { addCard } from "@trellis/shared/ops/cards";
import { type CardId, newRecordId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { FoundCase } from "./comparing.ts";

/** Longest words of a source. */
const LONGEST_SOURCE = 300;

/** The case's own source and the map it was copied from; of a long source the beginning. */
export const copiedSource = (own: string | null, from: string): string => {
  if (own === null) return from.slice(0, LONGEST_SOURCE);
  const rest = LONGEST_SOURCE - from.length - 2;
  return rest < 1 ? from.slice(0, LONGEST_SOURCE) : `${own.slice(0, rest)}; ${from}`;
};

/** @param input `from` names the map in words */
export function copyCase(
  draft: MapDraft,
  input: { readonly found: FoundCase; readonly from: string },
): CardId {
  const { title, summary, kind, year, group, profile, lesson, transferable, transferableWhy, links, source } =
    input.found;
  return addCard(draft, {
    type: "evidence",
    fields: {
      title,
      summary,
      kind,
      year,
      group,
      caseProfile: profile,
      lesson,
      transferable:
        transferable === null && transferableWhy === null
          ? null
          : { verdict: transferable, why: transferableWhy },
      links: links.map((link) => ({ id: newRecordId(), ...link })),
      source: copiedSource(source, input.from),
    },
  });
}
