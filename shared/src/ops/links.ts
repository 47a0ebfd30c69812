/** Links between cards. `part_of` is accepted here as people say it, and stored as the lower card's home. */
import { type CardId, isId, type LinkId, newLinkId } from "../schema/ids.ts";
import { LINK_RULES, type LinkType, mayLink, REQUIRED_LINK_FIELDS } from "../schema/linkTypes.ts";
import type { Entry, MapDraft } from "../schema/mapDoc.ts";
import { linkFields, requireFit, requireLink, requireRoom, typeOfCard } from "./checks.ts";
import { flattenFields } from "./flatten.ts";
import { moveHome } from "./home.ts";
import { OpError } from "./opError.ts";

export interface NewLink {
  readonly id?: LinkId;
  readonly type: LinkType;
  readonly from: CardId;
  readonly to: CardId;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Two links say the same when these agree: an actor may hold several roles, or one role in several phases. */
export const sameMeaning = (one: Entry, other: Entry): boolean =>
  one.type === other.type &&
  one.from === other.from &&
  one.to === other.to &&
  (one.type !== "responsible" || (one.role === other.role && (one.phase ?? null) === (other.phase ?? null)));

/** True when following links of `type` from `start` leads to `end`. */
function leadsTo(draft: MapDraft, type: LinkType, start: CardId, end: CardId): boolean {
  const next = new Map<string, string[]>();
  for (const id of draft.linkIds()) {
    const entry = draft.linkEntry(id);
    if (entry?.type !== type) continue;
    const known = next.get(entry.from as string);
    if (known) known.push(entry.to as string);
    else next.set(entry.from as string, [entry.to as string]);
  }
  const reached = new Set<string>([start]);
  for (const at of reached) for (const to of next.get(at) ?? []) reached.add(to);
  return reached.has(end);
}

/** Adds a link and returns its id; a `part_of` sets the home and returns null. */
export function addLink(draft: MapDraft, input: NewLink): LinkId | null {
  const { type, from, to } = input;
  if (from === to || !mayLink(type, typeOfCard(draft, from), typeOfCard(draft, to)))
    throw new OpError("ends_not_allowed", "These two cards cannot be joined by this type of link.");
  if (type === "part_of") {
    moveHome(draft, { card: from, home: to });
    return null;
  }
  const record: Entry = { type, from, to, ...flattenFields(linkFields(type), input.fields ?? {}) };
  for (const field of REQUIRED_LINK_FIELDS[type] ?? [])
    if (record[field] === undefined || record[field] === null)
      throw new OpError("field_missing", `This type of link needs its "${field}".`);
  const id = input.id ?? newLinkId();
  if (!isId(id)) throw new OpError("unknown_link", "The id of the link is not valid.");
  for (const known of draft.linkIds()) {
    const entry = draft.linkEntry(known);
    if (known === id || (entry && sameMeaning(entry, record)))
      throw new OpError("already_linked", "These two cards are joined in this way already.");
  }
  if (LINK_RULES[type].acyclic && leadsTo(draft, type, to, from))
    throw new OpError("circle", "This link would lead back to where it starts.");
  requireRoom(draft, { links: 1 });
  draft.putLink(id, record);
  return id;
}

/** Sets one field of a link; `null` makes it "not known". */
export function editLinkField(draft: MapDraft, input: { link: LinkId; field: string; value: unknown }): void {
  const { type, entry } = requireLink(draft, input.link);
  requireFit(linkFields(type), input.field, input.value);
  const value = input.value ?? null;
  if (value === null && REQUIRED_LINK_FIELDS[type]?.includes(input.field))
    throw new OpError("field_missing", `This type of link needs its "${input.field}".`);
  const changed = { ...entry, [input.field]: value };
  for (const known of draft.linkIds()) {
    const other = known === input.link ? undefined : draft.linkEntry(known);
    if (other && sameMeaning(other, changed))
      throw new OpError("already_linked", "These two cards are joined in this way already.");
  }
  draft.setLinkKey(input.link, input.field, value);
}

export function removeLink(draft: MapDraft, input: { link: LinkId }): void {
  requireLink(draft, input.link);
  draft.deleteLink(input.link);
}
