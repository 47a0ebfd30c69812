/** The tables of participation as files for spreadsheets. Pure. */
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { TableRows } from "../../../workspace/exportTable.ts";
import type { Taking } from "./figures.ts";

export interface TakingWords {
  readonly t: TFunction;
  readonly title: (card: CardId) => string;
}

/** What the part shows now. */
export interface PartHere {
  readonly found: Taking;
  readonly words: TakingWords;
  /** Opens a card where its records of participation are; null for those who may only read. */
  readonly addAt: ((card: CardId) => void) | null;
  /** Opens an actor where its stakeholder class is; null for those who may only read. */
  readonly classAt: ((actor: CardId) => void) | null;
}

const heads = (t: TFunction, names: readonly string[]): string[] =>
  names.map((name) => t(`participation.column.${name}`));

const titles = ({ title }: TakingWords, cards: readonly CardId[]): string | null =>
  cards.map(title).join("; ") || null;

export const figureRows = ({ figures }: Taking, words: TakingWords): TableRows => [
  heads(words.t, ["figure", "count", "of", "share", "definition", "having", "lacking"]),
  ...figures.map(({ name, count, of, share, having, missing }) => [
    words.t(`participation.figure.${name}.name`),
    share === null ? null : count,
    share === null ? null : of,
    share,
    words.t(`participation.figure.${name}.definition`),
    titles(words, having),
    titles(words, missing),
  ]),
];

export const groupRows = ({ found }: Taking, words: TakingWords): TableRows => [
  heads(words.t, ["group", "isTarget", "reached", "depth", "records", "projects"]),
  ...found.groups.map(({ group, isTarget, isCovered, depth, occasions, projects }) => [
    group,
    words.t(isTarget ? "participation.yes" : "participation.no"),
    words.t(isCovered ? "participation.yes" : "participation.no"),
    depth === null ? null : words.t(`enum.influence.${depth}`),
    occasions,
    titles(words, projects),
  ]),
];

export const placeRows = ({ places }: Taking, words: TakingWords): TableRows => [
  heads(words.t, ["challenge", "records", "depth", "latest", "having", "missing"]),
  ...places.challenges.map(({ challenge, occasions, depth, projects }) => [
    words.title(challenge),
    occasions.length,
    depth === null ? null : words.t(`enum.influence.${depth}`),
    occasions[0]?.record.date ?? null,
    titles(words, projects.having),
    titles(words, projects.missing),
  ]),
];

export const classRows = ({ found }: Taking, words: TakingWords): TableRows => [
  heads(words.t, ["class", "actors", "names"]),
  ...[...found.classes].map(([name, actors]) => [
    words.t(`enum.stakeholderClass.${name}`),
    actors.length,
    titles(words, actors),
  ]),
  ...(found.unclassed.length > 0
    ? [[words.t("participation.noClass"), found.unclassed.length, titles(words, found.unclassed)]]
    : []),
];

export const recordRows = ({ places }: Taking, words: TakingWords): TableRows => [
  heads(words.t, ["date", "card", "method", "depth", "people", "groups", "changed", "source", "planned"]),
  ...[...places.planned, ...places.occasions].map(({ card, record }, index) => [
    record.date ?? null,
    words.title(card),
    record.method ?? null,
    record.influence ? words.t(`enum.influence.${record.influence}`) : null,
    record.people ?? null,
    (record.groups ?? []).join("; ") || null,
    record.changed ?? null,
    record.source ?? null,
    index < places.planned.length ? words.t("participation.yes") : null,
  ]),
];
