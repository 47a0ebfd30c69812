/**
 * The money of a scope cut into slices, each of one finance kind, provider sector, provider level, sphere and year, for stacks along
 * any of them. A link is divided equally among its providers, the spheres of the card it pays for and its years, so that
 * the slices of a link sum to its amount and every stack to the same total.
 */
import { ENUMS, type EnumValue } from "../../schema/enums.ts";
import type { CardId, LinkId } from "../../schema/ids.ts";
import { LENSES } from "../../schema/lenses.ts";
import { type Ask, type Question, question } from "../ask.ts";
import { type Facts, real, realById } from "../parts.ts";
import { type MoneyLink, type MoneyState, scopeMoney } from "./moneyLinks.ts";
import { providersOf } from "./providers.ts";
import { rates, scopeCurrency } from "./rates.ts";
import { joinSums, NOTHING, type OtherSum, told } from "./sums.ts";
import { yearsIn } from "./years.ts";

export const DIMENSIONS = ["kind", "sector", "level", "sphere", "year"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Slice {
  readonly link: LinkId;
  readonly state: MoneyState;
  /** In the currency of the scope; null: it is in another one, or not known. */
  readonly amount: number | null;
  readonly other: OtherSum | null;
  /** A value of each dimension; null: not known, or not tagged. */
  readonly of: Readonly<Record<Dimension, string | null>>;
}

const KNOWN_SPHERES = LENSES.find(({ id }) => id === "sphere")?.values ?? [];

/** The order of values; years and words of people's own come after, as text. */
const ORDER: Readonly<Record<Dimension, readonly string[]>> = {
  kind: ENUMS.financeKind,
  sector: ENUMS.sector,
  level: ENUMS.level,
  sphere: KNOWN_SPHERES.map(String),
  year: [],
};

interface Ends {
  readonly kind: EnumValue<"financeKind"> | null;
  readonly providers: readonly (Facts<"actor"> | null)[];
  readonly spheres: readonly (string | null)[];
  readonly years: readonly (string | null)[];
}

const orUnknown = <Item>(items: readonly Item[] | null | undefined): readonly (Item | null)[] =>
  items && items.length > 0 ? items : [null];

/** What the slices of a link are made of. */
const endsOf = (ask: Ask, sphereOf: ReadonlyMap<CardId, readonly string[]>, link: MoneyLink): Ends => ({
  kind: ask(realById("funding")).get(link.pot)?.kind ?? null,
  providers: orUnknown(
    (ask(providersOf).get(link.pot) ?? []).map((actor) => ask(realById("actor")).get(actor) ?? null),
  ),
  spheres: orUnknown(sphereOf.get(link.card)),
  years: orUnknown(yearsIn(link.years)),
});

/** The spheres with which cards of the tree are tagged. */
const spheres: Question<ReadonlyMap<CardId, readonly string[]>> = question((ask) => {
  const tagsOf = (cards: readonly Pick<Facts<"project">, "id" | "lenses">[]) =>
    cards.flatMap(({ id, lenses }) => {
      const tags = [...new Set((lenses?.sphere ?? []).map(String))];
      return tags.length > 0 ? [[id, tags] as const] : [];
    });
  return new Map([
    ...tagsOf(ask(real("mission"))),
    ...tagsOf(ask(real("challenge"))),
    ...tagsOf(ask(real("project"))),
    ...tagsOf(ask(real("instrument"))),
  ]);
});

/** Every slice of what is committed or sought in a scope. */
export const slices: Question<readonly Slice[]> = question((ask, scope) => {
  const base = ask(scopeCurrency, scope);
  const rate = ask(rates);
  const sphereOf = ask(spheres);
  return ask(scopeMoney, scope).flatMap((link): Slice[] => {
    const { state, currency } = link;
    if (state === null) return [];
    const found = told(link, base, rate);
    const ends = endsOf(ask, sphereOf, link);
    const cuts = ends.providers.length * ends.spheres.length * ends.years.length;
    const part = found.kind === "not_known" ? null : found.amount / cuts;
    const cut = {
      link: link.link,
      state,
      amount: found.kind === "base" ? part : null,
      other: found.kind === "other" && part !== null && currency !== null ? { currency, amount: part } : null,
    };
    return ends.providers.flatMap((provider) =>
      ends.spheres.flatMap((sphere) =>
        ends.years.map((year) => ({
          ...cut,
          of: {
            kind: ends.kind,
            sector: provider?.sector ?? null,
            level: provider?.level ?? null,
            sphere,
            year,
          },
        })),
      ),
    );
  });
});

/** A stack is split by another dimension, or by how sure the money is. */
export type Split = Dimension | "state";

export interface StackPart {
  readonly value: string | null;
  readonly amount: number;
}
export interface StackBar {
  readonly value: string | null;
  /** In the order of the stack's parts; values without money are left out. */
  readonly parts: readonly StackPart[];
  readonly amount: number;
  readonly others: readonly OtherSum[];
  /** Links whose amount is not known. */
  readonly notKnown: number;
}
export interface Stack {
  readonly bars: readonly StackBar[];
  /** Every value that a part has, in order. */
  readonly parts: readonly (string | null)[];
  readonly amount: number;
}

const STATES: readonly MoneyState[] = ["committed", "sought"];

function inOrder(dimension: Split, values: Iterable<string | null>): (string | null)[] {
  const order: readonly string[] = dimension === "state" ? STATES : ORDER[dimension];
  const rank = (value: string | null) =>
    value === null ? Number.POSITIVE_INFINITY : order.includes(value) ? order.indexOf(value) : order.length;
  return [...new Set(values)].sort(
    (one, other) => rank(one) - rank(other) || ((one ?? "") < (other ?? "") ? -1 : 1),
  );
}

const sumOf = (some: readonly Slice[]): number => some.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

/**
 * The stack of slices along one dimension, split by another. Pure.
 * @param split with "state" committed and sought money stand side by side, else committed money is shown alone
 */
export function stackOf(all: readonly Slice[], by: Dimension, split: Split): Stack {
  const shown = split === "state" ? all : all.filter(({ state }) => state === "committed");
  const partOf = (slice: Slice): string | null => (split === "state" ? slice.state : slice.of[split]);
  const parts = inOrder(split, shown.map(partOf));
  const bars = inOrder(
    by,
    shown.map(({ of }) => of[by]),
  ).map((value): StackBar => {
    const own = shown.filter(({ of }) => of[by] === value);
    return {
      value,
      parts: parts
        .map((part) => ({ value: part, amount: sumOf(own.filter((slice) => partOf(slice) === part)) }))
        .filter(({ amount }) => amount > 0),
      amount: sumOf(own),
      others: joinSums(own.flatMap(({ other }) => (other ? [{ ...NOTHING, others: [other] }] : []))).others,
      notKnown: new Set(
        own.flatMap(({ link, amount, other }) => (amount === null && other === null ? link : [])),
      ).size,
    };
  });
  return { bars, parts, amount: sumOf(shown) };
}

/** `<dimension> <split> <scope>`; the scope may be empty, and ids hold no spaces. */
const stacks: Question<Stack> = question((ask, argument) => {
  const [by, split, scope = ""] = argument.split(" ");
  return stackOf(ask(slices, scope), by as Dimension, split as Split);
});

/** The stack of a scope, kept as long as its slices are the same. */
export const stackBy = (ask: Ask, scope: string, by: Dimension, split: Split): Stack =>
  ask(stacks, `${by} ${split} ${scope}`);
