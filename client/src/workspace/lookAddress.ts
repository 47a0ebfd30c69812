/**
 * The look in the address (`?status=in_delivery&level=city_region&focus=c-heat.2`), so that a reload or a sent link
 * shows the same. What stands for itself is left out; a value that is none is ignored; other keys are not touched.
 */
import type { LensTag } from "@trellis/shared/derive/cardFilter";
import { SHOWN_BY_DEFAULT } from "@trellis/shared/derive/lanes";
import type { Degrees, Focus, PathQuestion } from "@trellis/shared/derive/shownCards";
import type { Direction } from "@trellis/shared/derive/ties";
import { CARD_TYPES, type CardType, ENUMS } from "@trellis/shared/schema/enums";
import { type CardId, isId } from "@trellis/shared/schema/ids";
import { FIRST_KINDS, LINK_KINDS } from "./linkKinds.ts";
import type { Look } from "./look.ts";

export interface AddressedLook extends Look {
  readonly types: ReadonlySet<CardType>;
}

const KEYS = [
  "types",
  "links",
  "level",
  "status",
  "actor",
  "role",
  "tag",
  "focus",
  "path",
  "paths",
  "only",
  "colour",
] as const;
/** No sensible address names more of one thing. */
const MOST_VALUES = 60;
const LONGEST_TAG = 120;
const NONE = "none";

const STATUSES: readonly string[] = [
  ...new Set<string>([...ENUMS.status, ...ENUMS.instrumentStatus, ...ENUMS.decisionStatus]),
];

/** Reads the look out of `location.search`. */
export function readLook(search: string): AddressedLook {
  const params = new URLSearchParams(search);
  const known = <Value extends string>(key: string, allowed: readonly Value[]): Value[] => {
    const named = new Set(listIn(params.get(key)));
    return allowed.filter((value) => named.has(value));
  };
  const set = <Value extends string>(key: string, allowed: readonly Value[], first: ReadonlySet<Value>) => {
    const named = known(key, allowed);
    return named.length > 0 || params.get(key) === NONE ? new Set(named) : first;
  };
  return {
    types: set("types", CARD_TYPES, SHOWN_BY_DEFAULT),
    kinds: set("links", LINK_KINDS, FIRST_KINDS),
    filter: {
      levels: known("level", ENUMS.level),
      statuses: known("status", STATUSES),
      actors: idsIn(params.get("actor")),
      roles: known("role", ENUMS.role),
      tags: listIn(params.get("tag")).map(withCommas).filter(isTag),
    },
    focus: readFocus(params.get("focus")),
    path: readPath(params.get("path"), false) ?? readPath(params.get("paths"), true),
    unfolded: params.has("only") ? idsIn(params.get("only")) : null,
    colour: idOf(params.get("colour")),
  };
}

/** `search` with the look written into it: the same look gives the same text. */
export function writeLook(search: string, look: AddressedLook): string {
  const params = new URLSearchParams(search);
  for (const key of KEYS) params.delete(key);
  const others = params.toString();
  const parts = others === "" ? [] : [others];
  for (const [key, value] of valuesOf(look)) {
    if (value === null) continue;
    // Commas and colons may stand in an address as they are, and can then be read.
    parts.push(`${key}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`);
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** Null for what goes without saying. */
function valuesOf(look: AddressedLook): [string, string | null][] {
  const { types, kinds, filter, focus, path, unfolded, colour } = look;
  return [
    ["types", sameSet(types, SHOWN_BY_DEFAULT) ? null : inOrder(CARD_TYPES, types) || NONE],
    ["links", sameSet(kinds, FIRST_KINDS) ? null : inOrder(LINK_KINDS, kinds) || NONE],
    ["level", inOrder(ENUMS.level, new Set(filter.levels)) || null],
    ["status", inOrder(STATUSES, new Set(filter.statuses)) || null],
    ["actor", filter.actors.join(",") || null],
    ["role", inOrder(ENUMS.role, new Set(filter.roles)) || null],
    ["tag", filter.tags.map(withoutCommas).join(",") || null],
    ["focus", focus ? written(focus) : null],
    [path?.every ? "paths" : "path", path ? `${path.from},${path.to}` : null],
    ["only", unfolded?.join(",") ?? null],
    ["colour", colour],
  ];
}

const listIn = (text: string | null): string[] =>
  text === null ? [] : [...new Set(text.split(",").filter((part) => part !== ""))].slice(0, MOST_VALUES);

const idsIn = (text: string | null): CardId[] => listIn(text).filter((id): id is CardId => isId(id));

const idOf = (text: string | null): string | null => (isId(text) ? text : null);

const isTag = (text: string): text is LensTag => text.length <= LONGEST_TAG && /^[^:\s]+:.+$/u.test(text);

/** The value of a council's own lens may hold a comma. */
const withoutCommas = (text: string): string => text.replaceAll("%", "%25").replaceAll(",", "%2C");
const withCommas = (text: string): string => text.replaceAll("%2C", ",").replaceAll("%25", "%");

const inOrder = (order: readonly string[], values: ReadonlySet<string>): string =>
  order.filter((value) => values.has(value)).join(",");

const written = ({ cards, degrees, direction }: Focus): string =>
  `${cards.join(",")}.${degrees}${direction === "all" ? "" : `.${direction}`}`;

/** Ids may hold full stops, so the number and the direction are looked for at the end. */
const FOCUS = /^(.+?)(?:\.([123])(?:\.(in|out|all))?)?$/;

/** `<card>,<card>.<degrees>.<direction>`; degrees and direction may be left out. */
function readFocus(text: string | null): Focus | null {
  const [, ids = "", degrees = "1", direction = "all"] = FOCUS.exec(text ?? "") ?? [];
  const cards = idsIn(ids);
  if (cards.length === 0) return null;
  return { cards, degrees: Number(degrees) as Degrees, direction: direction as Direction };
}

/** `path=<card>,<card>` for the shortest paths, `paths=` for all. */
function readPath(text: string | null, every: boolean): PathQuestion | null {
  const [from, to, ...more] = idsIn(text);
  return from && to && more.length === 0 ? { from, to, every } : null;
}

const sameSet = <Value>(one: ReadonlySet<Value>, other: ReadonlySet<Value>): boolean =>
  one.size === other.size && [...one].every((value) => other.has(value));
