/** What cards of several types have in common: the fields that can be set for all at once. Pure. */
import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import { sameJson } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";

/** Fields worth setting for many: choices and dates. Other words differ from card to card. */
const OFFERED = [
  "status",
  "level",
  "kind",
  "maturity",
  "sector",
  "stakeholderClass",
  "start",
  "end",
  "domains",
  "phase",
];

export interface FieldOfAll {
  readonly name: string;
  readonly spec: FieldSpec;
  /** The value when all agree, null when none has one. */
  readonly value: unknown;
  /** They do not agree. */
  readonly mixed: boolean;
}

const valueIn = (card: Card, name: string): unknown =>
  (card as unknown as Readonly<Record<string, unknown>>)[name] ?? null;

export function fieldsOfAll(cards: readonly Card[]): FieldOfAll[] {
  const [first] = cards;
  if (!first) return [];
  const types = [...new Set(cards.map(({ type }) => type))];
  return OFFERED.flatMap((name): FieldOfAll[] => {
    const spec = fieldsOfCard(first.type)[name];
    // A status of a project and one of a decision are two lists.
    if (!spec || !types.every((type) => sameJson(fieldsOfCard(type)[name] ?? null, spec))) return [];
    const value = valueIn(first, name);
    const mixed = !cards.every((card) => sameJson(valueIn(card, name), value));
    return [{ name, spec, value: mixed ? null : value, mixed }];
  });
}
