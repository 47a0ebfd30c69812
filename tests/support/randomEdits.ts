/*
 * Edits by chance: every operation of Trellis with inputs that fit and inputs that do not. An edit is three numbers, so
 * that a failing run can be made smaller; what they stand for depends on the map they meet.
 */
import { addCard, duplicateCards, editField, removeCard, setLensTags } from "@trellis/shared/ops/cards";
import { moveHome, reorder } from "@trellis/shared/ops/home";
import { placeCards, tidyCards } from "@trellis/shared/ops/layout";
import { addLink, editLinkField, removeLink } from "@trellis/shared/ops/links";
import { putRecord, removeRecord } from "@trellis/shared/ops/records";
import { editSetting } from "@trellis/shared/ops/settings";
import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES, type CardType, ENUMS, isCardType } from "@trellis/shared/schema/enums";
import type { FieldSpec, Fields } from "@trellis/shared/schema/fields";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import { LENSES } from "@trellis/shared/schema/lenses";
import {
  fieldsOfLink,
  isLinkType,
  LINK_TYPES,
  type LinkType,
  linkTypesBetween,
} from "@trellis/shared/schema/linkTypes";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { fieldsOfMap } from "@trellis/shared/schema/mapSettings";
import { type RecordName, recordTable } from "@trellis/shared/schema/records";
import * as Y from "yjs";

/** Numbers from which an edit is made. */
export interface Chance {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Above this a map takes no more cards, so that long runs stay quick. */
const MOST_CARDS = 40;

/** Things people's programs might send: most of them fit nowhere. */
const JUNK: readonly unknown[] = [
  null,
  -1,
  3.5,
  Number.NaN,
  "plain",
  "",
  true,
  [],
  ["odd", 7],
  {},
  { depth: { more: 1 } },
  "x".repeat(25_000),
  "__proto__",
  "2026-13-45",
  "javascript:alert(1)",
  "\ud800",
];

const pick = <Item>(list: readonly Item[], by: number): Item => list[by % list.length] as Item;

/** An id of the map, now and then one that is not there. */
function someCard(draft: MapDraft, by: number): CardId {
  const ids = draft.cardIds().sort();
  return ids.length === 0 || by % 23 === 22 ? ("nowhere" as CardId) : pick(ids, by);
}
const someLink = (draft: MapDraft, by: number): LinkId => {
  const ids = draft.linkIds().sort();
  return ids.length === 0 || by % 23 === 22 ? ("nowhere" as LinkId) : pick(ids, by);
};
const typeOf = (draft: MapDraft, card: CardId): CardType => {
  const type = draft.cardKey(card, "type");
  return isCardType(type) ? type : "note";
};

/** A value that fits its field. */
function fitting(spec: FieldSpec, by: number): unknown {
  switch (spec.kind) {
    case "text":
    case "source":
      return pick(["", "Words", "Ünïcødé 🌍 \u202e", "# <b>&amp;"], by);
    case "enum":
      return pick(ENUMS[spec.of], by);
    case "enumList":
      return ENUMS[spec.of].slice(0, by % 3);
    case "number":
      return Math.min(spec.max ?? 1e6, Math.max(spec.min ?? -1e6, by % 100));
    case "date":
      return pick(["2019", "2024-05", "2026-01-31"], by);
    case "flag":
      return by % 2 === 0;
    case "words":
      return ["one", "two", "three"].slice(0, by % 4);
    case "currency":
      return pick(["GBP", "EUR"], by);
    case "figure":
      return pick([by, "about ten"], by);
    case "card":
    case "phase":
      return pick(["m", "ph1", "nowhere"], by);
    case "url":
      return "https://example.org/a?b=1";
    case "group":
      return Object.fromEntries(
        Object.entries(spec.parts).map(([name, part]) => [name, fitting(part, by + 1)]),
      );
    case "rows":
      return [fitting({ kind: "group", parts: spec.parts }, by)];
    case "records":
    case "lenses":
      return [];
  }
}

/** A field of the table and a value for it; one in five does not fit. */
function someValue(fields: Fields, { b, c }: Chance): { field: string; value: unknown } {
  const names = Object.keys(fields);
  const field = b % 29 === 28 ? "no_such_field" : pick(names, b);
  const spec = fields[field];
  return { field, value: !spec || c % 5 === 4 ? pick(JUNK, c >> 3) : fitting(spec, c) };
}

/** A place near by, far away, or none at all. */
const somePlace = ({ b, c }: Chance): readonly [number, number] =>
  pick(
    [
      [(b % 4000) - 500, (c % 3000) - 500],
      [b * 1000, -c * 1000],
      [b / 7, Number.NaN],
    ] as const,
    c % 7 === 6 ? 1 + (b % 2) : 0,
  );

type Edit = (draft: MapDraft, chance: Chance) => void;

const add: Edit = (draft, { a, b, c }) => {
  if (draft.cardIds().length >= MOST_CARDS) return;
  const type = c % 31 === 30 ? ("gadget" as CardType) : pick(CARD_TYPES, a);
  const fields =
    a % 3 === 0 ? {} : { title: `Card ${a}`, ...(type === "actor" ? { level: pick(ENUMS.level, c) } : {}) };
  const home = b % 2 === 0 ? someCard(draft, b >> 1) : null;
  addCard(draft, {
    type,
    fields,
    home: a % 4 === 0 ? home : null,
    pos: c % 3 === 0 ? [c % 900, b % 700] : null,
  });
};

const record: Edit = (draft, chance) => {
  const { a, b, c } = chance;
  const card = a % 9 === 8 ? "map" : someCard(draft, a);
  const fields = card === "map" ? fieldsOfMap : fieldsOfCard(typeOf(draft, card));
  const lists = Object.entries(fields).filter(([, spec]) => spec.kind === "records");
  const [list = "figures", spec] = pick(lists, b) ?? [];
  const parts = spec?.kind === "records" ? recordTable(spec.record as RecordName).fields : {};
  const value = Object.fromEntries(
    Object.entries(parts)
      .filter((_, index) => ((b >> index) & 1) === 0)
      .map(([name, part], index) => [name, c % 11 === 10 ? pick(JUNK, c + index) : fitting(part, c + index)]),
  );
  if (b % 4 === 3) removeRecord(draft, { card, list, id: `r${c % 5}` });
  else putRecord(draft, { card, list, record: c % 2 === 0 ? { id: `r${c % 5}`, ...value } : value });
};

const link: Edit = (draft, { a, b, c }) => {
  const from = someCard(draft, a);
  const to = someCard(draft, b);
  const allowed = linkTypesBetween(typeOf(draft, from), typeOf(draft, to));
  const type: LinkType = c % 6 === 5 || allowed.length === 0 ? pick(LINK_TYPES, c) : pick(allowed, c);
  const fields = type === "responsible" && c % 13 !== 12 ? { role: pick(ENUMS.role, a + b) } : {};
  addLink(draft, { type, from, to, fields });
};

const linkField: Edit = (draft, chance) => {
  const id = someLink(draft, chance.a);
  const type = draft.linkEntry(id)?.type;
  const { field, value } = someValue(fieldsOfLink(isLinkType(type) ? type : "relates_to"), chance);
  editLinkField(draft, { link: id, field, value });
};

const cardField: Edit = (draft, chance) => {
  const card = someCard(draft, chance.a);
  editField(draft, { card, ...someValue(fieldsOfCard(typeOf(draft, card)), chance) });
};

const home: Edit = (draft, { a, b, c }) => {
  const siblings = draft.cardIds().sort();
  const before = c % 3 === 0 ? pick([...siblings, null], c >> 2) : null;
  moveHome(draft, { card: someCard(draft, a), home: b % 10 === 9 ? null : someCard(draft, b), before });
};

const place: Edit = (draft, chance) => {
  const level = chance.a % 3 === 0 ? { level: pick(ENUMS.level, chance.b) } : {};
  placeCards(draft, { cards: [{ id: someCard(draft, chance.a), pos: somePlace(chance), ...level }] });
};

/** Types into a card's text, as the editor would. */
const words: Edit = (draft, { a, b, c }) => {
  const card = someCard(draft, a);
  if (!draft.hasCard(card)) return;
  const body = draft.body(card);
  const first = body.length > 0 ? body.get(0) : undefined;
  const run = first instanceof Y.XmlElement ? first.get(0) : undefined;
  if (!(run instanceof Y.XmlText)) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(`Text ${b} `)]);
    body.insert(0, [paragraph]);
  } else if (c % 4 === 3 && run.length > 2) run.delete(b % (run.length - 1), 1);
  else run.insert(b % (run.length + 1), pick(["abc", "😀", " & "], c));
};

export const EDITS: Readonly<Record<string, Edit>> = {
  add,
  cardField,
  record,
  link,
  linkField,
  home,
  place,
  words,
  reorder: (draft, { a, b, c }) =>
    reorder(draft, { card: someCard(draft, a), before: c % 2 === 0 ? null : someCard(draft, b) }),
  remove: (draft, { a, b, c }) =>
    removeCard(draft, {
      card: someCard(draft, a),
      children: pick(["parent", "none", "remove", someCard(draft, b)] as const, c),
    }),
  duplicate: (draft, { a, b }) => {
    if (draft.cardIds().length < MOST_CARDS)
      duplicateCards(draft, { cards: [someCard(draft, a), someCard(draft, b)] });
  },
  unlink: (draft, { a }) => removeLink(draft, { link: someLink(draft, a) }),
  lens: (draft, { a, b, c }) => {
    const lens = pick(LENSES, b);
    const tags = c % 5 === 4 ? ["no such tag"] : lens.values.slice(0, c % 3);
    setLensTags(draft, { card: someCard(draft, a), lens: lens.id, tags });
  },
  tidy: (draft, { a, b }) => tidyCards(draft, { cards: b % 3 === 0 ? "all" : [someCard(draft, a)] }),
  setting: (draft, chance) => editSetting(draft, someValue(fieldsOfMap, chance)),
};
export const EDIT_NAMES = Object.keys(EDITS);
