/**
 * The responsibility matrix (domain 4.1): rows are the tree, columns are actors, a cell holds the roles an actor has on
 * a card in a phase. Every question takes the id of a phase; without one, the phases that count today; `EVERY_PHASE`
 * reads all of them at once.
 *   gap: a row without an accountable actor; clash: a row with more than one in the same phase
 *   level reach of a row: levels of public actors accountable or responsible on it or below it
 * Placeholders are rows and columns like all others: people fill them in here.
 */
import { ENUMS, type EnumValue, type Level, type ResponsibilityRole } from "../schema/enums.ts";
import type { CardId, LinkId, RecordId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { dutiesIn, EVERY_PHASE, holders, phasesOf } from "./duties.ts";
import { actorLevels, facts, missionAbove, today, tree } from "./parts.ts";
import { currentPhase, type Duty } from "./responsibility.ts";

export interface MatrixRow {
  readonly card: CardId;
  /** Steps from the root of its tree. */
  readonly depth: number;
  /** Roles by actor, in the order of roles, each with the link that says so. */
  readonly cells: ReadonlyMap<CardId, readonly Cell[]>;
  readonly accountable: readonly CardId[];
  readonly isGap: boolean;
  readonly isClash: boolean;
  /** From the widest level to the nearest. */
  readonly reach: readonly Level[];
}
export interface Cell {
  readonly role: ResponsibilityRole;
  readonly link: LinkId;
  /** The phase the duty is meant for; null: every phase. */
  readonly phase: RecordId | null;
}

const isWorking = ({ role }: Duty): boolean => role === "accountable" || role === "responsible";

/** Levels of government at work on each card of the tree or below it, as bits in the order of levels. */
const reaches: Question<ReadonlyMap<CardId, number>> = question((ask, phase) => {
  const { all, parents } = ask(tree);
  const duties = ask(dutiesIn, phase);
  const levels = ask(publicLevels);
  const bits = new Map<CardId, number>();
  for (let index = all.length - 1; index >= 0; index--) {
    const card = all[index] as CardId;
    let own = bits.get(card) ?? 0;
    for (const duty of duties.get(card) ?? []) {
      const level = isWorking(duty) ? levels.get(duty.actor) : undefined;
      if (level) own |= 1 << ENUMS.level.indexOf(level);
    }
    bits.set(card, own);
    const parent = parents.get(card);
    if (parent !== undefined) bits.set(parent, (bits.get(parent) ?? 0) | own);
  }
  return bits;
});

/** The level of every actor that belongs to government. */
const publicLevels: Question<ReadonlyMap<CardId, Level>> = question(
  (ask) =>
    new Map(
      ask(facts("actor")).flatMap((actor) =>
        actor.sector === "public" && actor.level ? [[actor.id, actor.level] as const] : [],
      ),
    ),
);

/**
 * Whether two are accountable for a card in one of the phases of its mission, read all at once: handing over from one
 * phase to the next is none. A duty without a phase, or with one that the mission does not have, holds in each.
 */
function clashesEver(duties: readonly Duty[], phases: readonly RecordId[]): boolean {
  const held = duties.filter(({ role }) => role === "accountable");
  const known = new Set(phases);
  const holding = (phase: RecordId | null) =>
    new Set(
      held
        .filter((duty) => duty.phase === null || !known.has(duty.phase) || duty.phase === phase)
        .map((duty) => duty.actor),
    ).size;
  return [null, ...phases].some((phase) => holding(phase) > 1);
}

/** Every row, in the order of the tree: missions first, what is under no mission last. */
export const matrixRows: Question<readonly MatrixRow[]> = question((ask, phase) => {
  const { all, depths } = ask(tree);
  const duties = ask(dutiesIn, phase);
  const reach = ask(reaches, phase);
  const above = ask(missionAbove);
  const phases = ask(phasesOf);
  const ofMission = (card: CardId) => phases.get(above.get(card) ?? card)?.map(({ id }) => id) ?? [];
  return all.map((card): MatrixRow => {
    const cells = new Map<CardId, Cell[]>();
    for (const { actor, role, link, phase: own } of duties.get(card) ?? []) {
      cells.set(actor, [...(cells.get(actor) ?? []), { role, link, phase: own }]);
    }
    const accountable = holders(duties, card, "accountable");
    const bits = reach.get(card) ?? 0;
    return {
      card,
      depth: depths.get(card) ?? 0,
      cells,
      accountable,
      isGap: accountable.length === 0,
      isClash:
        phase === EVERY_PHASE ? clashesEver(duties.get(card) ?? [], ofMission(card)) : accountable.length > 1,
      reach: ENUMS.level.filter((_, index) => (bits & (1 << index)) !== 0),
    };
  });
});

/** The roles on a row gathered by level, for one column per level; actors without a level stand under null. */
export function rolesByLevel(
  row: MatrixRow,
  levels: ReadonlyMap<CardId, Level>,
): ReadonlyMap<Level | null, readonly ResponsibilityRole[]> {
  const found = new Map<Level | null, ResponsibilityRole[]>();
  for (const [actor, cells] of row.cells) {
    const level = levels.get(actor) ?? null;
    found.set(level, [...(found.get(level) ?? []), ...cells.map((cell) => cell.role)]);
  }
  return new Map(
    [...found].map(([level, roles]) => [level, ENUMS.role.filter((role) => roles.includes(role))]),
  );
}

export interface ActorGroup<Name extends string> {
  /** Null: not known. */
  readonly name: Name | null;
  /** In the order of ids. */
  readonly actors: readonly CardId[];
}

function grouped<Name extends string>(
  names: readonly Name[],
  actors: readonly { readonly id: CardId; readonly name: Name | null }[],
): readonly ActorGroup<Name>[] {
  return [...names, null]
    .map((name) => ({ name, actors: actors.filter((one) => one.name === name).map((one) => one.id) }))
    .filter((group) => group.actors.length > 0);
}

/** Columns by level, from the widest to the nearest; actors without one last. */
export const actorsByLevel: Question<readonly ActorGroup<Level>[]> = question((ask) => {
  const levels = ask(actorLevels);
  const actors = ask(facts("actor")).map(({ id }) => ({ id, name: levels.get(id) ?? null }));
  return grouped(ENUMS.level, actors);
});

/** Columns by sector. */
export const actorsBySector: Question<readonly ActorGroup<EnumValue<"sector">>[]> = question((ask) =>
  grouped(
    ENUMS.sector,
    ask(facts("actor")).map(({ id, sector }) => ({ id, name: sector ?? null })),
  ),
);

export interface PhaseChoice {
  readonly mission: CardId;
  readonly phase: RecordId;
  readonly name: string | null;
  /** It counts today. */
  readonly isCurrent: boolean;
}

/** Every phase of every mission, in the order of the tree and of time. */
export const phaseChoices: Question<readonly PhaseChoice[]> = question((ask) => {
  const phases = ask(phasesOf);
  const day = ask(today);
  return ask(tree).missions.flatMap((mission) => {
    const own = phases.get(mission) ?? [];
    const current = currentPhase(own, day)?.id;
    return own.map(({ id, name }) => ({ mission, phase: id, name: name ?? null, isCurrent: id === current }));
  });
});
