/** The outline by keyboard: which key means what. Pure. Undo and redo belong to the whole map. */

export type OutlineCommand =
  | {
      readonly kind: "go";
      readonly to: "up" | "down" | "first" | "last" | "pageUp" | "pageDown";
      readonly reach: Reach;
    }
  | { readonly kind: "type"; readonly sign: string }
  /** Takes back the last letter of the beginning of a title that is being typed. */
  | { readonly kind: "untype" }
  | {
      readonly kind:
        | "open"
        | "close"
        | "openSiblings"
        | "show"
        | "rename"
        | "addBelow"
        | "addInside"
        | "moveIn"
        | "moveOut"
        | "moveUp"
        | "moveDown"
        | "moveTo"
        | "linkTo"
        | "remove"
        | "toggle"
        | "select"
        | "selectAll"
        | "menu"
        | "find"
        | "leave";
    };

/** `extend` selects up to there, `only` moves the current row and leaves the selection. */
export type Reach = "select" | "extend" | "only";

export interface Key {
  readonly key: string;
  /** The key's place: on a Mac, Option makes another sign of its letter. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const GOES = {
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
  PageUp: "pageUp",
  PageDown: "pageDown",
} as const;
const ALONE: Readonly<Record<string, PlainKind>> = {
  ArrowRight: "open",
  ArrowLeft: "close",
  "*": "openSiblings",
  "/": "find",
  Enter: "show",
  F2: "rename",
  Insert: "addInside",
  Delete: "remove",
  " ": "select",
  ContextMenu: "menu",
  Escape: "leave",
};
const WITH_ALT: Readonly<Record<string, PlainKind>> = {
  ArrowRight: "moveIn",
  ArrowLeft: "moveOut",
  ArrowUp: "moveUp",
  ArrowDown: "moveDown",
  m: "moveTo",
  l: "linkTo",
};
const WITH_MOD: Readonly<Record<string, PlainKind>> = {
  "]": "moveIn",
  "[": "moveOut",
  " ": "toggle",
  a: "selectAll",
  Enter: "addBelow",
};

/** Commands that need no more than their name; what types and goes has parameters, or a place, of its own. */
export type PlainKind = Exclude<OutlineCommand["kind"], "go" | "type" | "untype">;

/**
 * Null for keys that are none of ours. A letter alone always finds a title and never changes the map.
 * `isTyping`: the letters before this one are not long ago.
 */
export function outlineCommand(event: Key, isTyping: boolean): OutlineCommand | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const hasMod = ctrlKey || metaKey;
  const go = Object.hasOwn(GOES, key) ? GOES[key as keyof typeof GOES] : undefined;
  if (altKey) return hasMod || shiftKey ? null : plain(WITH_ALT, letterOf(event));
  if (go) return { kind: "go", to: go, reach: shiftKey ? "extend" : hasMod ? "only" : "select" };
  if (hasMod) {
    if (key === "Enter" && shiftKey) return { kind: "addInside" };
    return shiftKey ? null : plain(WITH_MOD, key.length === 1 ? key.toLowerCase() : key);
  }
  if (key === "F10" && shiftKey) return { kind: "menu" };
  if (isTyping && key === "Backspace") return { kind: "untype" };
  if (isTyping && key === " ") return { kind: "type", sign: key };
  const alone = plain(ALONE, key);
  if (alone) return alone;
  // `?` opens the page of keys, wherever the focus is.
  return [...key].length === 1 && key !== "?" ? { kind: "type", sign: key } : null;
}

/** A Latin letter as it is printed on the key, else the letter of that place on the keyboard. */
function letterOf({ key, code }: Key): string {
  if (key.length > 1 || /^[a-z]$/i.test(key)) return key.length > 1 ? key : key.toLowerCase();
  return /^Key([A-Z])$/.exec(code ?? "")?.[1]?.toLowerCase() ?? key;
}

const plain = (table: Readonly<Record<string, PlainKind>>, key: string): OutlineCommand | null =>
  Object.hasOwn(table, key) ? { kind: table[key] as PlainKind } : null;

/** Commands that change the map; a reader without the right to edit has none of them. */
export const CHANGES: ReadonlySet<OutlineCommand["kind"]> = new Set([
  "rename",
  "addBelow",
  "addInside",
  "moveIn",
  "moveOut",
  "moveUp",
  "moveDown",
  "moveTo",
  "linkTo",
  "remove",
]);
