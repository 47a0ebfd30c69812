/** Every lens of the map: the built-in ones, the map's own, and those that only a card's tags still name. */
import { LENSES } from "@trellis/shared/schema/lenses";
import type { LensTags } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../document/useMap.ts";
import type { Choice } from "./formContext.ts";

export interface ShownLens {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly isNumeric: boolean;
}

const NO_LENSES: readonly never[] = [];

export function useLenses(tags: LensTags): ShownLens[] {
  const { t } = useTranslation();
  const own = useMap((snapshot) => snapshot.settings.ownLenses ?? NO_LENSES, sameList);
  const known: ShownLens[] = [
    ...LENSES.map(({ id, values }) => ({
      id,
      name: t(`lens.${id}.name`),
      choices: values.map((value) => ({ value: String(value), label: t(`lens.${id}.values.${value}`) })),
      isNumeric: values.every((value) => typeof value === "number"),
    })),
    ...own.map(({ id, name, values }) => ({
      id,
      name: name ?? t("inspector.untitledLens"),
      choices: (values ?? []).map((value) => ({ value, label: value })),
      isNumeric: false,
    })),
  ];
  // Tags of a lens that the map no longer lists are still the card's.
  const strangers = Object.keys(tags).filter((id) => !known.some((lens) => lens.id === id));
  return [...known, ...strangers.map((id) => ({ id, name: id, choices: [], isNumeric: false }))];
}
