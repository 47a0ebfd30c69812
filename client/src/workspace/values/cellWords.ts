/** What cells of a pasted block or of a table may name: sources, choices, phases and cards of the open map. */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { CellWords } from "./cellReader.ts";
import type { References } from "./references.ts";

export function cellWordsOf(
  { sources, phases }: Pick<References, "sources" | "phases">,
  snapshot: () => MapSnapshot,
  t: TFunction,
): CellWords {
  return {
    sources,
    labelOf: (name, value) => t(`enum.${name}.${value}`),
    idOf: (spec, title) => {
      const wanted = title.trim().toLowerCase();
      if (spec.kind === "phase")
        return phases.find(({ id, label }) => id === title || label.toLowerCase() === wanted)?.id ?? null;
      if (spec.kind !== "card") return null;
      const cards = [...snapshot().cards.values()].filter(
        (card) =>
          spec.types.includes(card.type) &&
          (card.id === (title as CardId) || card.title.toLowerCase() === wanted),
      );
      // Two cards of one title: which is meant is not for us to say.
      return cards.length === 1 ? (cards[0]?.id ?? null) : null;
    },
  };
}

/** Words people know a field by, besides its name. */
export const namesOfField = (field: string, t: TFunction): readonly string[] => [
  t(`field.${field}`),
  ...headingWords(field, t),
];

/** What else spreadsheets call it. */
export const headingWords = (name: string, t: TFunction): readonly string[] =>
  t(`inspector.heading.${name}`, { defaultValue: "" }).split("|").filter(Boolean);
