/** The outline's rows in words of the catalogue. */
import type { OutlineItem } from "@trellis/shared/derive/outline";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { statusOf } from "../../workspace/cardStatus.ts";
import { circleText } from "../../workspace/circleText.ts";
import type { RowFacts } from "./outlineReader.ts";

const lists = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** "a mission or a challenge". */
export const typeList = (t: TFunction, types: readonly CardType[]): string =>
  lists.format(types.map((type) => t(`outline.aType.${type}`)));

export const titleOf = (t: TFunction, card: Card | undefined): string =>
  card?.title ||
  (card ? t("outline.untitled", { type: t(`cardType.${card.type}`).toLocaleLowerCase() }) : "");

export function groupTitle(t: TFunction, item: Extract<OutlineItem, { kind: "group" }>): string {
  if (item.level === undefined) return t(`outline.group.${item.group}`);
  return item.level === null ? t("outline.noLevel") : t(`enum.level.${item.level}`);
}

/** What a row says of a card besides its title; empty where a type has no such thing. */
export interface RowWords {
  readonly status: string;
  readonly level: string;
  readonly accountable: string;
  readonly links: number;
  /** Why it stands without the home it names. */
  readonly circle: string;
}

const ANSWERED_FOR: ReadonlySet<CardType> = new Set([...HOMED_TYPES, "mission"]);

export function rowWords(t: TFunction, card: Card, snapshot: MapSnapshot, facts: RowFacts): RowWords {
  const status = statusOf(card);
  const level = "level" in card ? card.level : null;
  const names = facts.duties
    .holders(card.id, "accountable")
    .map((actor) => titleOf(t, snapshot.cards.get(actor)))
    .join(", ");
  return {
    status: status ? t(`enum.${status.list}.${status.value}`) : "",
    level: level ? t(`enum.level.${level}`) : "",
    accountable: ANSWERED_FOR.has(card.type) ? names || t("words.notKnown") : names,
    links: facts.links.get(card.id) ?? 0,
    circle: circleText(snapshot.cards, card.id, t),
  };
}

/** How much of a row there is room for: all columns, all but the level, or two lines. */
export type Columns = "wide" | "narrow" | "phone";

/**
 * "Project, Harbour shore power, in delivery, national, Combined Authority accountable, 3 links". Whoever speaks to
 * the page says what they see, so the name has the words of the row in the order in which the row shows them.
 */
export function cardName(
  t: TFunction,
  card: Card,
  words: RowWords,
  columns: Columns,
  isReference: boolean,
): string {
  const status = words.status.toLocaleLowerCase();
  const level = words.level.toLocaleLowerCase();
  const accountable = accountableWords(t, words.accountable, columns);
  const parts = [
    t(`cardType.${card.type}`),
    titleOf(t, card),
    isReference ? t("outline.alsoHelps") : words.circle,
    status,
    ...(columns === "wide" ? [level, accountable] : [accountable, level]),
    words.links > 0 ? t("outline.links", { count: words.links }) : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function accountableWords(t: TFunction, names: string, columns: Columns): string {
  if (names === "") return "";
  if (columns === "phone") return t("outline.accountablePhone", { names });
  return names === t("words.notKnown")
    ? t("outline.accountableNotKnown")
    : t("outline.accountable", { names });
}

/** Whoever has selected or is editing cards, by card. */
export interface Mark {
  readonly clientId: number;
  readonly name: string;
  readonly colour: string;
  readonly isEditing: boolean;
}

interface MarkedPeer {
  readonly clientId: number;
  readonly name: string;
  readonly colour: string;
  readonly selection: readonly string[];
  readonly editing: string | null;
}

export function marksOf(peers: readonly MarkedPeer[]): ReadonlyMap<CardId, readonly Mark[]> {
  const marks = new Map<CardId, Mark[]>();
  for (const { clientId, name, colour, selection, editing } of peers) {
    for (const id of new Set(editing ? [...selection, editing] : selection)) {
      const mark = { clientId, name, colour, isEditing: id === editing };
      const list = marks.get(id as CardId);
      if (list) list.push(mark);
      else marks.set(id as CardId, [mark]);
    }
  }
  return marks;
}
