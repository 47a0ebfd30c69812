/**
 * Powers: what actors may do (their levers), and where work needs a lever that nobody responsible for it holds.
 * An actor without any lever written down may still have powers: its levers are "not known".
 */
import { compareText } from "../lib/order.ts";
import { ENUMS, type EnumValue, type Level } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { type Question, question } from "./ask.ts";
import { holders, realDuties } from "./duties.ts";
import { real, realById } from "./parts.ts";

export type Lever = EnumValue<"lever">;

export interface Power {
  readonly actor: CardId;
  readonly lever: Lever;
  readonly evidence: string | null;
}
export interface LevelPowers {
  /** Null: actors whose level is not known. */
  readonly level: Level | null;
  readonly powers: ReadonlyMap<Lever, readonly Power[]>;
}
export interface Powers {
  /** From the widest level to the nearest; actors without a level last. */
  readonly levels: readonly LevelPowers[];
  /** Actors none of whose levers is written down. */
  readonly notKnown: readonly CardId[];
}

const powersOf: Question<ReadonlyMap<CardId, readonly Power[]>> = question(
  (ask) =>
    new Map(
      ask(real("actor")).map((actor) => [
        actor.id,
        (actor.levers ?? []).flatMap(({ lever, evidence }) =>
          lever ? [{ actor: actor.id, lever, evidence: evidence ?? null }] : [],
        ),
      ]),
    ),
);

/** Who may do what at which level. */
export const powers: Question<Powers> = question((ask) => {
  const actors = ask(real("actor"));
  const own = ask(powersOf);
  const at = (level: Level | null): LevelPowers => {
    const here = actors
      .filter((actor) => (actor.level ?? null) === level)
      .flatMap((actor) => own.get(actor.id) ?? []);
    return {
      level,
      powers: new Map(ENUMS.lever.map((lever) => [lever, here.filter((power) => power.lever === lever)])),
    };
  };
  return {
    levels: [...ENUMS.level.map(at), at(null)],
    notKnown: actors.filter((actor) => own.get(actor.id)?.length === 0).map((actor) => actor.id),
  };
});

export interface PowerGap {
  readonly card: CardId;
  readonly lever: Lever;
  /** Actors accountable or responsible for the card. */
  readonly responsible: readonly CardId[];
  /** Those of them whose levers are not written down: the gap may be one of knowledge. */
  readonly notKnown: readonly CardId[];
  /** Who does hold the lever, with the levels nearest to the card's own first. */
  readonly heldBy: readonly CardId[];
}

/** Projects and instruments in need of a lever that no actor accountable or responsible for them is known to hold. */
export const powerGaps: Question<readonly PowerGap[]> = question((ask) => {
  const own = ask(powersOf);
  const actors = ask(realById("actor"));
  const duties = ask(realDuties);
  const rank = (level: Level | null | undefined) => (level ? ENUMS.level.indexOf(level) : null);
  const work = [...ask(real("project")), ...ask(real("instrument"))];
  return work.flatMap((card) => {
    const responsible = holders(duties, card.id, "accountable", "responsible");
    const notKnown = responsible.filter((actor) => (own.get(actor)?.length ?? 0) === 0);
    return [...new Set(card.leversNeeded ?? [])]
      .filter((lever) => !responsible.some((actor) => own.get(actor)?.some((power) => power.lever === lever)))
      .map((lever): PowerGap => {
        const [here] = [rank(card.level)];
        const away = (actor: CardId) => {
          const there = rank(actors.get(actor)?.level);
          return here === null || there === null ? ENUMS.level.length : Math.abs(there - here);
        };
        const heldBy = [...own]
          .filter(([, all]) => all.some((power) => power.lever === lever))
          .map(([actor]) => actor)
          .sort((one, other) => away(one) - away(other) || compareText(one, other));
        return { card: card.id, lever, responsible, notKnown, heldBy };
      });
  });
});
