/**
 * Who answers at which level in each phase of a mission: one entry for each card that runs in the phase and each actor
 * accountable for it there. A share is of all those entries; cards that nobody answers for are told beside them.
 */
import { ENUMS, type Level } from "../schema/enums.ts";
import type { CardId, RecordId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { phasesOf, realDutiesEver } from "./duties.ts";
import { actorLevels } from "./parts.ts";
import { accountableIn, cardsIn } from "./phaseBands.ts";

export interface LevelCount {
  /** Null: the level is not known. */
  readonly level: Level | null;
  readonly count: number;
  /** Of all in the phase, 0 to 1; null while there are none. */
  readonly share: number | null;
}

export interface PhaseShare {
  readonly phase: RecordId;
  /** Cards that run in the phase, and those of them that nobody answers for. */
  readonly cards: number;
  readonly nobody: number;
  readonly total: number;
  /** The same levels in every phase of the mission, from the widest to the nearest, then not known. */
  readonly levels: readonly LevelCount[];
}

/** The phases of a mission (its id as argument) in their order. */
export const phaseShares: Question<readonly PhaseShare[]> = question((ask, mission) => {
  const phases = ask(phasesOf).get(mission as CardId) ?? [];
  const duties = ask(realDutiesEver);
  const levelOf = ask(actorLevels);
  const counted = phases.map((phase) => {
    const cards = cardsIn(ask, mission as CardId, phase);
    const held = cards.map((card) => accountableIn(duties.get(card), phases, phase.id));
    const levels = held.flat().map((actor) => levelOf.get(actor) ?? null);
    return {
      phase: phase.id,
      cards: cards.length,
      nobody: held.filter((one) => one.length === 0).length,
      levels,
    };
  });
  const used = new Set(counted.flatMap(({ levels }) => levels));
  const shown = [...ENUMS.level, null].filter((level) => used.has(level));
  return counted.map(({ phase, cards, nobody, levels }): PhaseShare => {
    const total = levels.length;
    const byLevel = shown.map((level): LevelCount => {
      const count = levels.filter((one) => one === level).length;
      return { level, count, share: total === 0 ? null : count / total };
    });
    return { phase, cards, nobody, total, levels: byLevel };
  });
});
