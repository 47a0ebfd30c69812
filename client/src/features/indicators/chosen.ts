/** Which indicators the view shows, in which order, and how many there are of each verdict. Pure. */
import { type IndicatorReading, VERDICTS } from "@trellis/shared/derive/indicators";
import type { TrajectoryStatus } from "@trellis/shared/derive/trajectory";
import { compareText } from "@trellis/shared/lib/order";
import type { CardId } from "@trellis/shared/schema/ids";
import type { IndicatorsAddress, Order } from "./indicatorsAddress.ts";

/** What narrows the view, as it is read here: a choice that no indicator offers is none. */
type Narrowed = Pick<IndicatorsAddress, "mission" | "challenge" | "kind">;

export interface Choice extends Narrowed {
  /** In their order. */
  readonly shown: readonly IndicatorReading[];
  /** Counted before a verdict is chosen; verdicts that none has are left out. */
  readonly counts: readonly { readonly verdict: TrajectoryStatus; readonly count: number }[];
}

const rank = new Map(VERDICTS.map((verdict, index) => [verdict, index]));

type Compare = (one: IndicatorReading, other: IndicatorReading) => number;

const worstFirst: Compare = (one, other) =>
  (rank.get(one.standing.status) ?? 0) - (rank.get(other.standing.status) ?? 0) ||
  (one.standing.pace ?? Number.MAX_VALUE) - (other.standing.pace ?? Number.MAX_VALUE);
const newestFirst: Compare = (one, other) =>
  (other.standing.actual?.day ?? Number.NEGATIVE_INFINITY) -
    (one.standing.actual?.day ?? Number.NEGATIVE_INFINITY) || 0;

const offered = <Value extends string>(value: Value | null, all: readonly (Value | null)[]): Value | null =>
  all.includes(value) ? value : null;

export function chosenOf(
  readings: readonly IndicatorReading[],
  address: Pick<IndicatorsAddress, "mission" | "challenge" | "verdict" | "kind" | "order">,
  titleOf: (card: CardId) => string,
): Choice {
  const { verdict } = address;
  const mission = offered(
    address.mission,
    readings.flatMap(({ missions }) => missions),
  );
  const challenge = offered(
    address.challenge,
    readings.flatMap(({ challenges }) => challenges),
  );
  const kind = offered(
    address.kind,
    readings.map((one) => one.kind),
  );
  const fitting = readings.filter(
    (one) =>
      (mission === null || one.missions.includes(mission)) &&
      (challenge === null || one.challenges.includes(challenge)) &&
      (kind === null || one.kind === kind),
  );
  const byName: Compare = (one, other) => compareText(titleOf(one.card), titleOf(other.card));
  const orders: Readonly<Record<Order, Compare>> = {
    worst: worstFirst,
    name: () => 0,
    newest: newestFirst,
  };
  const compare = orders[address.order];
  return {
    mission,
    challenge,
    kind,
    shown: fitting
      .filter(({ standing }) => verdict === null || standing.status === verdict)
      .sort((one, other) => compare(one, other) || byName(one, other)),
    counts: VERDICTS.map((status) => ({
      verdict: status,
      count: fitting.filter(({ standing }) => standing.status === status).length,
    })).filter(({ count }) => count > 0),
  };
}
