/**
 * Who took part, how deeply, and what came of it (domain: participation coverage). One record is one occasion, written
 * down on a mission, challenge, project or decision.
 * Shares are counts out of counts: of nothing there is no share, which is "not known" and never 0. Groups are compared
 * without regard to case and spaces. Records without a date count where no time is asked for, and nowhere else; records
 * dated after today are planned and count nowhere.
 */
import { compareText } from "../lib/order.ts";
import { isAhead, lastDay, monthsBefore } from "../schema/days.ts";
import { ENUMS, type EnumValue } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { RecordTypes } from "../schema/values.ts";
import { type Question, question } from "./ask.ts";
import { realDuties } from "./duties.ts";
import { type Facts, missionScopes, real, realById, realLinks, today } from "./parts.ts";

export type Influence = EnumValue<"influence">;
type StakeholderClass = EnumValue<"stakeholderClass">;

/** Months in which a group must have been reached to count as covered. */
const GROUP_MONTHS = 12;

export interface Occasion {
  readonly card: CardId;
  readonly record: RecordTypes["participation"];
  /** The last day the date may mean; null when there is no date. */
  readonly day: number | null;
}

/** Every record of the map, in the order of cards and records. */
const written: Question<readonly Occasion[]> = question((ask) => {
  const cards: readonly Facts<"mission" | "challenge" | "project" | "decision">[] = [
    ...ask(real("mission")),
    ...ask(real("challenge")),
    ...ask(real("project")),
    ...ask(real("decision")),
  ];
  return cards.flatMap((card) =>
    (card.participation ?? []).map((record) => ({
      card: card.id,
      record,
      day: record.date ? lastDay(record.date) : null,
    })),
  );
});

/** The real mission's cards and the decisions that settle one of them (its id as argument); null for the whole map. */
export const participationReach: Question<ReadonlySet<CardId> | null> = question((ask, mission) => {
  if (mission === "") return null;
  const scope = new Set(ask(missionScopes).get(mission as CardId) ?? []);
  const settled = ask(realLinks("decides")).filter((link) => scope.has(link.to));
  return new Set([...scope, ...settled.map((link) => link.from)]);
});

/** Records on a mission and everything below it (its id as argument), or on the whole map. */
const writtenIn: Question<readonly Occasion[]> = question((ask, mission) => {
  const within = ask(participationReach, mission);
  return ask(written).filter((one) => within === null || within.has(one.card));
});

/** Occasions up to today of a mission and everything below it (its id as argument), or of the whole map. */
export const occasionsOf: Question<readonly Occasion[]> = question((ask, mission) =>
  ask(writtenIn, mission).filter(({ record }) => !isAhead(record.date, ask(today))),
);

/** Those that are dated after today. */
export const plannedOccasions: Question<readonly Occasion[]> = question((ask, mission) =>
  ask(writtenIn, mission).filter(({ record }) => isAhead(record.date, ask(today))),
);

export const influenceRank = (influence: Influence | null | undefined): number =>
  influence ? ENUMS.influence.indexOf(influence) : -1;
export const INVOLVE = ENUMS.influence.indexOf("involve");
export const COLLABORATE = ENUMS.influence.indexOf("collaborate");

/** The form in which two names of a group are the same. */
export const groupKey = (group: string): string => group.trim().replace(/\s+/g, " ").toLowerCase();

const reaches = (one: Occasion, group: string): boolean =>
  (one.record.groups ?? []).some((name) => groupKey(name) === group);

/** Target groups that projects name, by key, each with the projects that name it. */
export const targetGroupsOf: Question<ReadonlyMap<string, TargetGroup>> = question((ask, mission) => {
  const within = ask(participationReach, mission);
  const found = new Map<string, TargetGroup>();
  for (const project of ask(real("project"))) {
    if (within !== null && !within.has(project.id)) continue;
    for (const name of project.targetGroups ?? []) {
      const key = groupKey(name);
      const before = found.get(key);
      if (key === "" || before?.projects.includes(project.id)) continue;
      found.set(key, { name: before?.name ?? name, projects: [...(before?.projects ?? []), project.id] });
    }
  }
  return found;
});
export interface TargetGroup {
  readonly name: string;
  readonly projects: readonly CardId[];
}

/** So many out of so many; `share` is null when there is nothing to count. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
}
const shareOf = (count: number, of: number): Share => ({ count, of, share: of === 0 ? null : count / of });

export interface GroupCoverage {
  readonly group: string;
  readonly isTarget: boolean;
  readonly projects: readonly CardId[];
  /** Reached at involve or higher within the last twelve months. */
  readonly isCovered: boolean;
  /** The highest influence the group ever had; null when it has none on record. */
  readonly depth: Influence | null;
  readonly occasions: number;
}
export interface Participation {
  readonly groups: readonly GroupCoverage[];
  /** Covered target groups of all target groups. */
  readonly groupCoverage: Share;
  /** Projects in delivery with any record, of projects in delivery. */
  readonly projectCoverage: Share;
  /** Decided decisions with any record, of decided decisions. */
  readonly decisionCoverage: Share;
  /** Records that say what changed, of all records. */
  readonly influenceProof: Share;
  /** Stakeholder classes that hold a role, of all nine; not known while no actor with a role has a class. */
  readonly classPresence: Share;
  readonly classes: ReadonlyMap<StakeholderClass, readonly CardId[]>;
  /** Actors that hold a role and have no class yet. */
  readonly unclassed: readonly CardId[];
  /** What changed because people took part, the newest first. */
  readonly changes: readonly Occasion[];
}

function groupsOf(
  all: readonly Occasion[],
  targets: ReadonlyMap<string, TargetGroup>,
  since: number,
): readonly GroupCoverage[] {
  const names = new Map([...targets].map(([key, { name }]) => [key, name]));
  for (const name of all.flatMap((one) => one.record.groups ?? [])) {
    const key = groupKey(name);
    if (key !== "" && !names.has(key)) names.set(key, name);
  }
  return [...names]
    .map(([key, group]): GroupCoverage => {
      const own = all.filter((one) => reaches(one, key));
      const highest = Math.max(-1, ...own.map((one) => influenceRank(one.record.influence)));
      return {
        group,
        isTarget: targets.has(key),
        projects: targets.get(key)?.projects ?? [],
        isCovered: own.some(
          (one) => one.day !== null && one.day >= since && influenceRank(one.record.influence) >= INVOLVE,
        ),
        depth: ENUMS.influence[highest] ?? null,
        occasions: own.length,
      };
    })
    .sort((one, other) =>
      one.isTarget === other.isTarget
        ? compareText(groupKey(one.group), groupKey(other.group))
        : one.isTarget
          ? -1
          : 1,
    );
}

/** Participation in a mission (its id as argument), or on the whole map. */
export const participation: Question<Participation> = question((ask, mission) => {
  const all = ask(occasionsOf, mission);
  const within = ask(participationReach, mission);
  const isWithin = (card: { readonly id: CardId }) => within === null || within.has(card.id);
  const groups = groupsOf(all, ask(targetGroupsOf, mission), monthsBefore(lastDay(ask(today)), GROUP_MONTHS));
  const targets = groups.filter((group) => group.isTarget);
  const recorded = new Set(all.map((one) => one.card));
  const delivering = ask(real("project")).filter((card) => isWithin(card) && card.status === "in_delivery");
  const decided = ask(real("decision")).filter((card) => isWithin(card) && card.status === "decided");
  const actors = ask(realById("actor"));
  const active = new Set(
    [...ask(realDuties)]
      .filter(([card]) => within === null || within.has(card))
      .flatMap(([, held]) => held.map((duty) => duty.actor)),
  );
  const classes = new Map(
    ENUMS.stakeholderClass.map((name) => [
      name,
      [...active].filter((id) => actors.get(id)?.stakeholderClass === name).sort(compareText),
    ]),
  );
  const present = [...classes.values()].filter((held) => held.length > 0).length;
  const changes = all.filter((one) => (one.record.changed ?? "").trim() !== "");
  const recordedOf = (cards: readonly { readonly id: CardId }[]) =>
    shareOf(cards.filter((card) => recorded.has(card.id)).length, cards.length);
  return {
    groups,
    groupCoverage: shareOf(targets.filter((group) => group.isCovered).length, targets.length),
    projectCoverage: recordedOf(delivering),
    decisionCoverage: recordedOf(decided),
    influenceProof: shareOf(changes.length, all.length),
    classPresence: {
      ...shareOf(present, ENUMS.stakeholderClass.length),
      ...(present === 0 ? { share: null } : {}),
    },
    classes,
    unclassed: [...active]
      .filter((id) => actors.has(id) && !actors.get(id)?.stakeholderClass)
      .sort(compareText),
    changes: [...changes].sort(
      (one, other) =>
        (other.day ?? -1e15) - (one.day ?? -1e15) ||
        compareText(one.card, other.card) ||
        compareText(one.record.id, other.record.id),
    ),
  };
});
