/** Notes on changes in words: "Transport team moved Shore power to National". */
import type { TFunction } from "i18next";
import type { ChangeNote } from "./changeNotes.ts";

/** Longer titles are cut: a sentence is heard, not read. */
const LONGEST_TITLE = 80;
/** More notes than this become a count. */
const MOST_SAID = 2;

/** "moved Shore power to National", for after a name or after "Undone:". */
function actText(note: ChangeNote, t: TFunction): string {
  const name = (title: string) => {
    const letters = [...(title || t("map.untitledCard"))];
    return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join("")}…` : letters.join("");
  };
  const lower = (text: string) => text.toLocaleLowerCase("en-GB");
  switch (note.kind) {
    case "added":
    case "removed":
      return t(`map.act.${note.kind}`, {
        title: name(note.title),
        type: lower(t(`cardType.${note.type}`)),
      });
    case "renamed":
      return t("map.act.renamed", { title: name(note.title), before: name(note.before) });
    case "laned":
      return t("map.act.laned", { title: name(note.title), level: t(`enum.level.${note.level}`) });
    case "homed":
      return t("map.act.homed", { title: name(note.title), home: name(note.home) });
    case "status":
      return t("map.act.status", {
        title: name(note.title),
        status: lower(t(`enum.${note.list}.${note.value}`)),
      });
    case "role":
      return t("map.act.role", {
        title: name(note.title),
        other: name(note.other),
        role: lower(t(`enum.role.${note.role}`)),
      });
    case "linked":
    case "unlinked":
    case "linkChanged":
      return t(`map.act.${note.kind}`, { title: name(note.title), other: name(note.other) });
    case "mapChanged":
      return t("map.act.mapChanged");
    default:
      return t(`map.act.${note.kind}`, { title: name(note.title) });
  }
}

/** What undo or redo did: one thing by name, more by their number. */
export function actsText(notes: readonly ChangeNote[], t: TFunction): string {
  const [first] = notes;
  if (!first) return "";
  if (notes.length === 1) return actText(first, t);
  // Of many cards that came or went together no one is worth naming.
  const isOneSort =
    (first.kind === "added" || first.kind === "removed") && notes.every(({ kind }) => kind === first.kind);
  if (isOneSort) return t(`map.act.${first.kind}Many`, { count: notes.length });
  return t("map.act.andMore", { text: actText(first, t), count: notes.length - 1 });
}

/** A note and who made it; null when nobody can say. */
export interface SignedNote {
  readonly note: ChangeNote;
  readonly by: string | null;
}

/** A few notes in full, many as a count: "12 changes by Transport team and 2 others". */
export function digestText(signed: readonly SignedNote[], t: TFunction): string {
  const nameOf = (by: string | null) => by ?? t("map.act.someone");
  if (signed.length <= MOST_SAID)
    return signed
      .map(({ note, by }) => t("map.act.by", { name: nameOf(by), text: actText(note, t) }))
      .join(" ");
  const counts = new Map<string | null, number>();
  for (const { by } of signed) counts.set(by, (counts.get(by) ?? 0) + 1);
  // Nobody's changes are counted, but a name says more.
  const [first] = [...counts].sort(
    ([one, some], [other, more]) => Number(one === null) - Number(other === null) || more - some,
  );
  const name = nameOf(first?.[0] ?? null);
  const others = counts.size - 1;
  const by = others > 0 ? t("map.act.nameAndOthers", { name, count: others }) : name;
  return t("map.act.many", { count: signed.length, by });
}

/** Who came and who left since the last time. */
export function comingsText(came: readonly string[], left: readonly string[], t: TFunction): string {
  const say = (names: readonly string[], way: "joined" | "left") =>
    names.length === 0
      ? ""
      : names.length === 1
        ? t(`map.act.${way}Named`, { name: names[0] })
        : t(`map.act.${way}`, { count: names.length });
  return [say(came, "joined"), say(left, "left")].filter((part) => part !== "").join(" ");
}
