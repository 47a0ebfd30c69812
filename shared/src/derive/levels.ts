/**
 * Comparative advantage (Bradford): which level of government is good at which function, and who does what at which
 * level. A cell counts duties (accountable or responsible, today) whose actor offers the function or whose link names
 * it, at the actor's level, and instruments with the function at their own level unless they are repealed.
 *   covered: somebody does it at an advantaged level; stretch: only at others; missing: nobody does
 *   fit = needed functions that are covered / needed functions
 * The usual levels are defaults: a map may name others for a function (settings `advantage`).
 */
import { ENUMS, type EnumValue, type Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { realDuties } from "./duties.ts";
import { real, realById, realLinks, setting } from "./parts.ts";

export type PublicFunction = EnumValue<"function">;
type LevelState = "covered" | "stretch" | "missing";

const CITY: readonly Level[] = ["city_region", "municipal"];
const SENIOR: readonly Level[] = ["supranational", "national", "regional"];

/** Where each function is done best, unless the map says otherwise. */
const USUAL: Readonly<Record<PublicFunction, readonly Level[]>> = {
  convene: CITY,
  plan_land_use: CITY,
  engage_local_bodies: CITY,
  secure_upper_support: CITY,
  fit_to_local: CITY,
  deliver_services: [...CITY, "neighbourhood"],
  resource_infrastructure: SENIOR,
  transfer_practice: SENIOR,
  regulate: SENIOR,
  fiscal_tools: SENIOR,
  equity_guarantee: SENIOR,
};

export interface FunctionRow {
  readonly name: PublicFunction;
  readonly advantaged: readonly Level[];
  /** The map names levels of its own. */
  readonly isOverridden: boolean;
  /** Duties and instruments at each level, from the widest to the nearest. */
  readonly cells: readonly FunctionCell[];
  /** Duties and instruments whose level is not known. */
  readonly levelNotKnown: number;
  readonly state: LevelState;
  /** Projects that say they need it. */
  readonly neededBy: readonly CardId[];
}
export interface FunctionCell {
  readonly level: Level;
  readonly isAdvantaged: boolean;
  readonly count: number;
  /** Actors and instruments behind the count, each once. */
  readonly cards: readonly CardId[];
}
export interface Advantage {
  readonly rows: readonly FunctionRow[];
  readonly needed: number;
  readonly covered: number;
  /** 0 to 1; null while no project says what it needs. */
  readonly fit: number | null;
}

interface Doing {
  readonly name: PublicFunction;
  readonly level: Level | null;
  readonly card: CardId;
}

/** Everything that somebody does for a function, one entry for each duty and instrument. */
const doings: Question<readonly Doing[]> = question((ask) => {
  const actors = ask(realById("actor"));
  const named = new Map(ask(realLinks("responsible")).map((link) => [link.id, link.functions ?? []]));
  const found: Doing[] = [];
  for (const duty of [...ask(realDuties).values()].flat()) {
    if (duty.role !== "accountable" && duty.role !== "responsible") continue;
    const actor = actors.get(duty.actor);
    const names = new Set([...(actor?.functions ?? []), ...(named.get(duty.link) ?? [])]);
    for (const name of names) found.push({ name, level: actor?.level ?? null, card: duty.actor });
  }
  for (const instrument of ask(real("instrument"))) {
    if (instrument.status === "repealed") continue;
    for (const name of new Set(instrument.functions ?? [])) {
      found.push({ name, level: instrument.level ?? null, card: instrument.id });
    }
  }
  return found;
});

/** The whole table, functions in the order of their list. */
export const advantage: Question<Advantage> = question((ask) => {
  const own = new Map(
    (ask(setting("advantage")) ?? []).flatMap(({ id, levels }) =>
      levels ? [[id as string, levels] as const] : [],
    ),
  );
  const byName = new Map<PublicFunction, Doing[]>(ENUMS.function.map((name) => [name, []]));
  for (const doing of ask(doings)) byName.get(doing.name)?.push(doing);
  const projects = ask(real("project"));
  const rows = ENUMS.function.map((name): FunctionRow => {
    const advantaged = ENUMS.level.filter((level) => (own.get(name) ?? USUAL[name]).includes(level));
    const mine = byName.get(name) ?? [];
    const cells = ENUMS.level.map((level): FunctionCell => {
      const here = mine.filter((doing) => doing.level === level);
      const cards = [...new Set(here.map((doing) => doing.card))].sort();
      return { level, isAdvantaged: advantaged.includes(level), count: here.length, cards };
    });
    const isCovered = cells.some((cell) => cell.isAdvantaged && cell.count > 0);
    return {
      name,
      advantaged,
      isOverridden: own.has(name),
      cells,
      levelNotKnown: mine.filter((doing) => doing.level === null).length,
      state: isCovered ? "covered" : mine.length > 0 ? "stretch" : "missing",
      neededBy: projects
        .filter((project) => project.functionsNeeded?.includes(name))
        .map((project) => project.id),
    };
  });
  const needed = rows.filter((row) => row.neededBy.length > 0);
  const covered = needed.filter((row) => row.state === "covered").length;
  return {
    rows,
    needed: needed.length,
    covered,
    fit: needed.length === 0 ? null : covered / needed.length,
  };
});
