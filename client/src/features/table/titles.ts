/**
 * Cards named by their titles in a cell. Pure. A title names a card when it is that card's and no other's, whatever its
 * case; what names none or several is kept with the reason, and with what may be meant. Ids name cards too: offers use
 * them where titles are the same.
 */
import { compareText } from "@trellis/shared/lib/order";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Read } from "../../workspace/values/cellReader.ts";
import type { NamingColumn } from "./columns.ts";

export interface Titled {
  readonly id: CardId;
  readonly type: CardType;
  readonly title: string;
}

const MOST_OFFERED = 4;
/** Shorter words are near to too much. */
const SHORTEST = 4;

const same = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();
/** Letters and figures alone. */
const bare = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** True when so few letters have to be changed, put in or left out to make one of the other. */
function isWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      now.push(
        Math.min((before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + change),
      );
    }
    if (Math.min(...now) > most) return false;
    before = now;
  }
  return (before[other.length] ?? 0) <= most;
}

/** The title that is nearly this text; null where none or several are. */
function nearTo(text: string, cards: readonly Titled[]): string | null {
  const wanted = bare(text);
  if (wanted.length < SHORTEST) return null;
  const most = 1 + Math.floor(wanted.length / 8);
  const known = cards
    .map(({ title }) => [title, bare(title)] as const)
    .filter(([, own]) => own.length >= SHORTEST);
  const ways: ((own: string) => boolean)[] = [
    (own) => own === wanted,
    (own) => isWithin(own, wanted, most),
    (own) => own.includes(wanted) || wanted.includes(own),
  ];
  for (const isNear of ways) {
    const found = known.filter(([, own]) => isNear(own));
    if (found.length > 0) return found.length === 1 ? (found[0]?.[0] ?? null) : null;
  }
  return null;
}

/** The card in whose row it stands is meant only where no other can be. */
function named(text: string, cards: readonly Titled[], row: CardId): readonly Titled[] {
  const wanted = same(text);
  const found = cards.filter(({ id, title }) => id === text.trim() || same(title) === wanted);
  const others = found.filter(({ id }) => id !== row);
  return others.length > 0 ? others : found;
}

/** What a text in the cell of a home or a role names: the id of a home, or the ids of actors in their order. */
export function cardsMeant(text: string, column: NamingColumn, cards: Iterable<Titled>, row: CardId): Read {
  const types: readonly CardType[] = column.spec.types;
  const fitting = [...cards].filter(({ type }) => types.includes(type));
  const find = (entry: string) => named(entry, fitting, row);
  const entries = column.kind === "home" ? [text] : entriesOf(text, (entry) => find(entry).length === 1);
  const found = entries.map(find);
  const unclear = found.findIndex((cardsNamed) => cardsNamed.length !== 1);
  if (unclear < 0) {
    const ids = [...new Set(found.flatMap((cardsNamed) => cardsNamed.map(({ id }) => id)))].sort(compareText);
    return { value: column.kind === "home" || ids.length === 0 ? (ids[0] ?? null) : ids };
  }
  const entry = entries[unclear] ?? "";
  const near = found[unclear]?.length === 0 ? nearTo(entry, fitting) : null;
  const meant = near === null ? (found[unclear] ?? []).map(({ id }) => id) : [near];
  return {
    reason: {
      code: found[unclear]?.length === 0 ? "no_card" : "several_cards",
      hints: meant
        .slice(0, MOST_OFFERED)
        .map((hint) => entries.map((one, at) => (at === unclear ? hint : one)).join("; ")),
    },
  };
}

/** Parted by semicolons; by commas only where each part then is a title, since titles have commas too. */
function entriesOf(text: string, isTitle: (entry: string) => boolean): readonly string[] {
  if (isTitle(text)) return [text];
  const parted = (mark: string) => text.split(mark).flatMap((entry) => entry.trim() || []);
  const byCommas = parted(",");
  return byCommas.length > 1 && byCommas.every(isTitle) ? byCommas : parted(";");
}
