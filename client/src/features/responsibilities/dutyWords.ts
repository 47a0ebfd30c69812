/** The matrix in words of the catalogue. */
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import type { Cell, MatrixRow, PhaseChoice } from "@trellis/shared/derive/matrix";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { ENUMS } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { TableRows } from "../../workspace/exportTable.ts";
import { percent } from "../../workspace/moneyWords.ts";
import type { Grouping } from "./dutiesAddress.ts";
import type { ColumnGroup, MatrixTable } from "./matrixTable.ts";

const lists = new Intl.ListFormat("en-GB");

/** Everything needed to say what stands on the map. */
export interface Words {
  readonly t: TFunction;
  readonly cards: MapSnapshot["cards"];
  readonly phases: readonly PhaseChoice[];
}

export function titleOf({ t, cards }: Pick<Words, "t" | "cards">, id: CardId): string {
  const card = cards.get(id);
  if (!card) return "";
  return (
    card.title || t("responsibilities.untitled", { type: t(`cardType.${card.type}`).toLocaleLowerCase() })
  );
}

export const listOf = (words: Words, ids: readonly CardId[]): string =>
  lists.format(ids.map((id) => titleOf(words, id)));

/** 1 for the first phase of its mission; null for none. */
export function phaseNumber(phases: readonly PhaseChoice[], id: string | null): number | null {
  const found = phases.find(({ phase }) => phase === id);
  if (!found) return null;
  return phases.filter(({ mission }) => mission === found.mission).indexOf(found) + 1;
}

export function phaseName({ t, phases }: Pick<Words, "t" | "phases">, id: string): string {
  if (id === EVERY_PHASE) return t("responsibilities.phase.all");
  if (id === "") return t("responsibilities.phase.today");
  const name = phases.find(({ phase }) => phase === id)?.name;
  return name ?? t("words.phase", { number: phaseNumber(phases, id) ?? "" });
}

/** "Accountable in First season, Convenor". */
export function rolesText(words: Words, cells: readonly Cell[] | undefined): string {
  const { t, phases } = words;
  if (!cells || cells.length === 0) return t("responsibilities.noRoleHere");
  return cells
    .map(({ role, phase }) => {
      const name = t(`enum.role.${role}`);
      return phase !== null && phases.some((one) => one.phase === phase)
        ? t("responsibilities.roleIn", { role: name, phase: phaseName(words, phase) })
        : name;
    })
    .join(", ");
}

export const groupName = ({ t }: Pick<Words, "t">, by: Grouping, name: string | null): string =>
  name === null ? t(`responsibilities.noGroup.${by}`) : t(`enum.${by}.${name}`);

/** "answers for 19, 68%". */
export function groupLoad({ t }: Pick<Words, "t">, { load, share }: ColumnGroup): string {
  return share === null || load === 0
    ? ""
    : t("responsibilities.groupLoad", { count: load, share: percent(share) });
}

export const reachText = ({ t }: Pick<Words, "t">, { reach }: MatrixRow): string =>
  reach.map((level) => t(`enum.level.${level}`)).join(", ");

/** Who answers for a row, or that it is not known, or that too many do. */
export function answerText(words: Words, row: MatrixRow): string {
  const { t } = words;
  if (row.isGap) return t("responsibilities.gap");
  const names = listOf(words, row.accountable);
  return row.isClash ? t("responsibilities.clash", { count: row.accountable.length, names }) : names;
}

/** The matrix as a table for spreadsheets: one line a row, one column an actor, roles by their letters. */
export function matrixRowsOf(words: Words, { lines, columns }: MatrixTable): TableRows {
  const { t, cards, phases } = words;
  const letters = (cells: readonly Cell[] | undefined) =>
    (cells ?? [])
      .map(({ role, phase }) => {
        const number = phaseNumber(phases, phase);
        return t(`responsibilities.letter.${role}`) + (number === null ? "" : ` (${number})`);
      })
      .join(" ");
  const heads = ["card", "type", "partOf", "accountable", "state", "reach"] as const;
  const above: string[] = [];
  return [
    [
      ...heads.map((head) => t(`responsibilities.csv.${head}`)),
      ...columns.map(({ actor }) => titleOf(words, actor)),
    ],
    ...lines.map(({ row, depth }) => {
      const title = titleOf(words, row.card);
      above.length = depth;
      const home = above[depth - 1] ?? null;
      above[depth] = title;
      return [
        title,
        t(`cardType.${cards.get(row.card)?.type ?? "note"}`),
        home,
        row.isGap ? null : listOf(words, row.accountable),
        row.isGap ? t("responsibilities.gap") : row.isClash ? t("responsibilities.csv.clash") : null,
        reachText(words, row),
        ...columns.map(({ actor }) => letters(row.cells.get(actor))),
      ];
    }),
  ];
}

/** Roles in the order in which they are offered. */
export const ROLES = ENUMS.role;
