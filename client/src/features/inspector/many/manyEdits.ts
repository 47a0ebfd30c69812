/** Changes of many cards at once. Each is one edit and so one undo step; cards that went meanwhile are passed over. */
import { editField, setLensTags } from "@trellis/shared/ops/cards";
import { moveHome } from "@trellis/shared/ops/home";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";

interface Many {
  readonly cards: readonly CardId[];
}

const there = (draft: MapDraft, { cards }: Many): CardId[] => cards.filter((card) => draft.hasCard(card));

/** Gives all the same value of a field they all have. The first that does not take it stops it before any is written. */
export function editMany(
  draft: MapDraft,
  input: Many & { readonly field: string; readonly value: unknown },
): number {
  const cards = there(draft, input);
  for (const card of cards) editField(draft, { card, field: input.field, value: input.value });
  return cards.length;
}

/** Adds one tag of a lens to all, or takes it from all; their other tags stay. */
export function tagMany(
  draft: MapDraft,
  input: Many & { readonly lens: string; readonly tag: string | number; readonly on: boolean },
): number {
  const { lens, tag, on } = input;
  const cards = there(draft, input);
  for (const card of cards) {
    const stored = draft.cardKey(card, `lenses/${lens}`);
    const known = (Array.isArray(stored) ? stored : []) as readonly (string | number)[];
    const tags = on ? [...new Set([...known, tag])] : known.filter((other) => other !== tag);
    setLensTags(draft, { card, lens, tags });
  }
  return cards.length;
}

/** Moves all below one card, in the order given. */
export function moveMany(draft: MapDraft, input: Many & { readonly home: CardId | null }): number {
  const cards = there(draft, input);
  for (const card of cards) moveHome(draft, { card, home: input.home });
  return cards.length;
}
