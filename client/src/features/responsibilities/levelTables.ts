/** The tables of the levels' part as rows for spreadsheets. Pure. */
import type { Advantage } from "@trellis/shared/derive/levels";
import type { PowerGap, Powers } from "@trellis/shared/derive/powers";
import { ENUMS } from "@trellis/shared/schema/enums";
import type { TableRows } from "../../workspace/exportTable.ts";
import { listOf, titleOf, type Words } from "./dutyWords.ts";

export function functionRows(words: Words, { rows }: Advantage): TableRows {
  const { t } = words;
  return [
    [
      t("responsibilities.levels.function"),
      t("responsibilities.levels.state"),
      ...ENUMS.level.map((level) => t(`enum.level.${level}`)),
      t("responsibilities.levels.goodAt"),
      t("responsibilities.levels.neededBy"),
    ],
    ...rows.map(({ name, state, cells, advantaged, neededBy }) => [
      t(`enum.function.${name}`),
      t(`responsibilities.state.${state}`),
      ...cells.map(({ count }) => count),
      advantaged.map((level) => t(`enum.level.${level}`)).join(", "),
      neededBy.map((card) => titleOf(words, card)).join(", "),
    ]),
  ];
}

export function powerRows(words: Words, { levels }: Powers): TableRows {
  const { t } = words;
  return [
    [t("responsibilities.levels.lever"), ...levels.map(({ level }) => levelName(words, level))],
    ...ENUMS.lever.map((lever) => [
      t(`enum.lever.${lever}`),
      ...levels.map(({ powers }) =>
        (powers.get(lever) ?? []).map(({ actor }) => titleOf(words, actor)).join(", "),
      ),
    ]),
  ];
}

export const levelName = ({ t }: Pick<Words, "t">, level: (typeof ENUMS.level)[number] | null): string =>
  level === null ? t("responsibilities.noGroup.level") : t(`enum.level.${level}`);

export function gapRows(words: Words, gaps: readonly PowerGap[]): TableRows {
  const { t } = words;
  return [
    (["card", "lever", "responsible", "heldBy"] as const).map((head) => t(`responsibilities.levels.${head}`)),
    ...gaps.map(({ card, lever, responsible, heldBy }) => [
      titleOf(words, card),
      t(`enum.lever.${lever}`),
      listOf(words, responsible),
      heldBy.length === 0 ? t("responsibilities.levels.heldByNobody") : listOf(words, heldBy),
    ]),
  ];
}
