/**
 * The matrix as it is shown: lines of the tree, columns of actors in groups, and the figures of the summary. A pure
 * function of answers about the map and of what is chosen.
 * 1. Whether a row is a gap or a clash follows from the whole map, whatever is filtered away.
 *    Prompts that nobody has begun to fill in are rows and columns to work in, and count for nothing.
 * 2. A line that is only there because something below it is shown is muted; figures leave it out.
 * 3. Columns are actors that are shown, and those with a role on a shown row.
 */
import type { Ask } from "@trellis/shared/derive/ask";
import { actorLoads } from "@trellis/shared/derive/loads";
import { actorsByLevel, actorsBySector, type MatrixRow, matrixRows } from "@trellis/shared/derive/matrix";
import { tree } from "@trellis/shared/derive/parts";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Grouping, Narrowing } from "./dutiesAddress.ts";

export interface MatrixLine {
  /** The card's id. */
  readonly key: CardId;
  readonly depth: number;
  readonly row: MatrixRow;
  /** Null when nothing stands below it. */
  readonly isOpen: boolean | null;
  readonly isMuted: boolean;
}
export interface MatrixColumn {
  readonly actor: CardId;
  /** Cards of the tree it is accountable for, and which part that is of all; both 0 without any. */
  readonly load: number;
  readonly share: number;
  readonly isOverloaded: boolean;
  /** Accountable, but responsible nowhere. */
  readonly isIdle: boolean;
  /** No role on any row in the chosen phase. */
  readonly hasNoRole: boolean;
}
export interface ColumnGroup {
  /** A level or a sector; null: not known. */
  readonly name: string | null;
  readonly columns: readonly MatrixColumn[];
  readonly load: number;
  /** Null while nobody is accountable for anything. */
  readonly share: number | null;
}
export interface MatrixFigures {
  readonly rows: number;
  /** Shown rows that are prompts; the other figures leave them out. */
  readonly prompts: number;
  readonly gaps: number;
  readonly clashes: number;
  readonly withoutRole: number;
  /** Overloaded actors, or else the one that answers for most; the largest first. */
  readonly loaded: readonly MatrixColumn[];
}
export interface MatrixTable {
  readonly lines: readonly MatrixLine[];
  readonly groups: readonly ColumnGroup[];
  /** Columns of all groups in a row. */
  readonly columns: readonly MatrixColumn[];
  readonly figures: MatrixFigures;
}
export interface MatrixChoice {
  readonly by: Grouping;
  readonly phase: string;
  readonly rows: Narrowing | null;
  readonly folded: ReadonlySet<CardId>;
  readonly query: string;
  /** Cards that the workspace shows; null means all. */
  readonly shown: ReadonlySet<CardId> | null;
}

export function matrixTable({ cards }: MapSnapshot, ask: Ask, choice: MatrixChoice): MatrixTable {
  const all = ask(matrixRows, choice.phase);
  const isShown = (card: CardId) => choice.shown === null || choice.shown.has(card);
  const shown = all.filter(({ card }) => isShown(card));
  const isReal = (card: CardId) => !cards.get(card)?.placeholder;
  const counted = shown.filter(({ card }) => isReal(card));
  const groups = groupsOf(ask, choice, cards, isShown, shown, all);
  const everyColumn = groups.flatMap(({ columns }) => columns);
  const loaded = everyColumn.filter(({ load }) => load > 0).sort((one, other) => other.load - one.load);
  const overloaded = loaded.filter(({ isOverloaded }) => isOverloaded);
  const kept =
    choice.rows?.kind === "norole"
      ? groups.map(withoutRole).filter(({ columns }) => columns.length > 0)
      : groups;
  return {
    lines: linesOf(ask, choice, cards, all, isShown),
    groups: kept,
    columns: kept.flatMap(({ columns }) => columns),
    figures: {
      rows: counted.length,
      prompts: shown.length - counted.length,
      gaps: counted.filter(({ isGap }) => isGap).length,
      clashes: counted.filter(({ isClash }) => isClash).length,
      withoutRole: everyColumn.filter(({ actor, hasNoRole }) => hasNoRole && isReal(actor)).length,
      loaded: overloaded.length > 0 ? overloaded : loaded.slice(0, 1),
    },
  };
}

const withoutRole = (group: ColumnGroup): ColumnGroup => ({
  ...group,
  columns: group.columns.filter(({ hasNoRole }) => hasNoRole),
});

function groupsOf(
  ask: Ask,
  { by, phase }: MatrixChoice,
  cards: MapSnapshot["cards"],
  isShown: (card: CardId) => boolean,
  shown: readonly MatrixRow[],
  all: readonly MatrixRow[],
): ColumnGroup[] {
  const { total, actors } = ask(actorLoads, phase);
  const loads = new Map(actors.map((one) => [one.actor, one]));
  const onShown = new Set(shown.flatMap(({ cells }) => [...cells.keys()]));
  const withRole = new Set(all.flatMap(({ cells }) => [...cells.keys()]));
  const title = (actor: CardId) => cards.get(actor)?.title ?? "";
  const named: readonly { readonly name: string | null; readonly actors: readonly CardId[] }[] =
    by === "level" ? ask(actorsByLevel) : ask(actorsBySector);
  return named.flatMap(({ name, actors: ids }) => {
    const load = ids.reduce((sum, id) => sum + (loads.get(id)?.load ?? 0), 0);
    const columns = ids
      .filter((id) => isShown(id) || onShown.has(id))
      .sort((one, other) => title(one).localeCompare(title(other)) || (one < other ? -1 : 1))
      .map((actor): MatrixColumn => {
        const own = loads.get(actor);
        return {
          actor,
          load: own?.load ?? 0,
          share: own?.share ?? 0,
          isOverloaded: (own?.overload ?? null) !== null,
          isIdle: own?.isIdle ?? false,
          hasNoRole: !withRole.has(actor),
        };
      });
    return columns.length === 0 ? [] : [{ name, columns, load, share: total === 0 ? null : load / total }];
  });
}

function linesOf(
  ask: Ask,
  { rows, folded, query }: MatrixChoice,
  cards: MapSnapshot["cards"],
  all: readonly MatrixRow[],
  isShown: (card: CardId) => boolean,
): MatrixLine[] {
  const { parents, children } = ask(tree);
  const wanted = query.trim().toLocaleLowerCase();
  const isHit = (row: MatrixRow) =>
    isShown(row.card) &&
    fitsNarrowing(row, rows, cards) &&
    (wanted === "" || (cards.get(row.card)?.title.toLocaleLowerCase().includes(wanted) ?? false));
  const hits = new Set(all.filter(isHit).map(({ card }) => card));
  const above = new Set<CardId>();
  for (const hit of hits)
    for (let at = parents.get(hit); at !== undefined && !above.has(at); at = parents.get(at)) above.add(at);
  // What is looked for is shown, folded or not.
  const folds = wanted === "" && (rows === null || rows.kind === "norole") ? folded : new Set<CardId>();
  const closed = new Set<CardId>();
  return all.flatMap((row): MatrixLine[] => {
    const { card, depth } = row;
    const parent = parents.get(card);
    const isBelowClosed = parent !== undefined && closed.has(parent);
    const isOpen = !folds.has(card);
    if (isBelowClosed || !isOpen) closed.add(card);
    if (isBelowClosed || !(hits.has(card) || above.has(card))) return [];
    const hasMore = (children.get(card) ?? []).some((child) => hits.has(child) || above.has(child));
    return [{ key: card, depth, row, isOpen: hasMore ? isOpen : null, isMuted: !hits.has(card) }];
  });
}

function fitsNarrowing(
  { card, isGap, isClash, accountable }: MatrixRow,
  rows: Narrowing | null,
  cards: MapSnapshot["cards"],
): boolean {
  if (rows !== null && rows.kind !== "norole" && cards.get(card)?.placeholder) return false;
  if (rows?.kind === "gaps") return isGap;
  if (rows?.kind === "clashes") return isClash;
  return rows?.kind === "answers" ? accountable.includes(rows.actor) : true;
}
