/** What may be meant while a cell is written: choices of its list, or cards, phases and sources by their titles. Pure. */

import { descendantsOf, missionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { type CardType, ENUMS } from "@trellis/shared/schema/enums";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import { currencyChoices } from "../../workspace/values/currencies.ts";
import type { ValueWords } from "../../workspace/values/valueText.ts";
import type { NamingColumn } from "./columns.ts";

export interface Suggestion {
  /** The whole text of the cell once it is taken. */
  readonly text: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly more?: string;
}

export interface Suggesting {
  readonly all: readonly Suggestion[];
  /** Only what is listed fits. */
  readonly isClosed: boolean;
  /** Entries are parted by semicolons; the last is being written. */
  readonly isMany: boolean;
}

const MOST = 60;
const same = (text: string) => ({ text, label: text });

/** Null for fields in which anything may be written. */
export function suggestingFor(
  spec: FieldSpec,
  { t, sources, phases }: ValueWords,
  cards: () => MapSnapshot["cards"],
): Suggesting | null {
  switch (spec.kind) {
    case "enum":
      return listed(ENUMS[spec.of].map((value) => t(`enum.${spec.of}.${value}`)));
    case "enumList": {
      const words = ENUMS[spec.of].map((value) => t(`enum.${spec.of}.${value}`));
      return { all: words.map(same), isClosed: spec.open !== true, isMany: true };
    }
    case "flag":
      return listed([t("inspector.flag.yes"), t("inspector.flag.no")]);
    case "currency":
      return {
        all: currencyChoices().map(({ value, label }) => ({ text: value, label })),
        isClosed: true,
        isMany: false,
      };
    case "phase":
      return listed(phases.map(({ label }) => label));
    case "card":
      return listed(
        [...cards().values()].flatMap(({ type, title }) => (spec.types.includes(type) && title ? title : [])),
      );
    case "source":
      return {
        all: [...new Set(sources.map(({ title }) => title))].filter(Boolean).map(same),
        isClosed: false,
        isMany: false,
      };
    default:
      return null;
  }
}

/**
 * Cards that a cell of a home or a role may name, by title. The card of the row and what is below it are no home of it.
 * Where titles are the same, the text is the id, and what the cards are part of tells them apart.
 */
export function cardsFor(
  column: NamingColumn,
  { t, cardTitle }: Pick<ValueWords, "t" | "cardTitle">,
  cards: MapSnapshot["cards"],
  row: CardId,
): Suggesting {
  const types: readonly CardType[] = column.spec.types;
  const without = new Set(column.kind === "home" ? [row, ...descendantsOf(missionTree(cards), row)] : []);
  const fitting = [...cards.values()].filter(
    ({ id, type, title }) => types.includes(type) && title.trim() !== "" && !without.has(id),
  );
  const times = new Map<string, number>();
  const plain = (title: string) => title.trim().toLowerCase();
  for (const { title } of fitting) times.set(plain(title), (times.get(plain(title)) ?? 0) + 1);
  const all = fitting.map(({ id, type, title, home }): Suggestion => {
    const isOne = times.get(plain(title)) === 1;
    const more = [
      ...(types.length > 1 ? [t(`cardType.${type}`)] : []),
      ...(isOne || home === null ? [] : [cardTitle(home)]),
    ].join(" · ");
    return { text: isOne ? title : id, label: title, ...(more === "" ? {} : { more }) };
  });
  return {
    all: all.sort((one, other) => one.label.localeCompare(other.label)),
    isClosed: true,
    isMany: column.kind === "role" && column.role !== "accountable",
  };
}

const listed = (words: readonly string[]): Suggesting => ({
  all: words.map(same),
  isClosed: true,
  isMany: false,
});

/** What fits the text so far; everything while it is as it was found. What begins so comes before what holds it. */
export function suggestionsFor(suggesting: Suggesting, text: string, isTyped: boolean): Suggestion[] {
  const { all, isMany } = suggesting;
  const cut = isMany ? text.lastIndexOf(";") + 1 : 0;
  const before = text.slice(0, cut).trim();
  const taken = new Set(before.split(";").map((entry) => entry.trim().toLowerCase()));
  const wanted = isTyped ? text.slice(cut).trim().toLowerCase() : "";
  const open = all.filter(({ text: own }) => !isMany || !taken.has(own.toLowerCase()));
  const begins = open.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const holds = open.filter((one) => !begins.includes(one) && one.label.toLowerCase().includes(wanted));
  return [...begins, ...holds]
    .slice(0, MOST)
    .map((one) => ({ ...one, text: before === "" ? one.text : `${before} ${one.text}` }));
}

/**
 * Whether Enter takes the first suggestion: where only listed choices fit, whatever it is; in a list of choices and own
 * words, when it begins as what was typed. A citation is never completed unasked.
 */
export function isMeant(suggesting: Suggesting, text: string): boolean {
  const wanted = text
    .slice(suggesting.isMany ? text.lastIndexOf(";") + 1 : 0)
    .trim()
    .toLowerCase();
  if (wanted === "") return false;
  const [first] = suggestionsFor(suggesting, text, true);
  return suggesting.isClosed || (suggesting.isMany && first?.label.toLowerCase().startsWith(wanted) === true);
}
