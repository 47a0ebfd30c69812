/** The look in words of the catalogue: what hides cards, and the paths between two of them. */
import { SHOWN_BY_DEFAULT } from "@trellis/shared/derive/lanes";
import type { Tie } from "@trellis/shared/derive/ties";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { ENUMS } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { AddressedLook } from "./lookAddress.ts";

/** Titles named before the rest is counted. */
const MOST_NAMED = 2;

export const titleOf = ({ cards }: MapSnapshot, id: CardId, t: TFunction): string =>
  cards.get(id)?.title || t("look.untitled");

export function titlesOf(snapshot: MapSnapshot, ids: readonly CardId[], t: TFunction): string {
  const titles = ids.slice(0, MOST_NAMED).map((id) => titleOf(snapshot, id, t));
  const rest = ids.length - titles.length;
  return rest > 0 ? t("look.more", { titles: titles.join(", "), count: rest }) : titles.join(", ");
}

/** A status by its word; the three lists of statuses spell shared values alike. */
export function statusWord(value: string, t: TFunction): string {
  const list = (["status", "instrumentStatus", "decisionStatus"] as const).find((name) =>
    (ENUMS[name] as readonly string[]).includes(value),
  );
  return list ? t(`enum.${list}.${value}`) : value;
}

/** A tag as `Lens: value`; a council's own lens is named by its map. */
function tagWord({ settings }: MapSnapshot, tag: string, t: TFunction): string {
  const { lens, value } = tagParts(tag);
  return `${lensWord(settings, lens, t)}: ${tagValueWord(lens, value, t)}`;
}

export function tagParts(tag: string): { readonly lens: string; readonly value: string } {
  const at = tag.indexOf(":");
  return { lens: tag.slice(0, at), value: tag.slice(at + 1) };
}

export const lensWord = ({ ownLenses }: MapSnapshot["settings"], lens: string, t: TFunction): string =>
  ownLenses?.find(({ id }) => id === lens)?.name ?? t(`lens.${lens}.name`, { defaultValue: lens });

export const tagValueWord = (lens: string, value: string, t: TFunction): string =>
  t(`lens.${lens}.values.${value}`, { defaultValue: value });

/** What hides cards, part by part, without focus and path. */
export function reasons(snapshot: MapSnapshot, look: AddressedLook, t: TFunction): string[] {
  const { types, filter, focus, path, unfolded } = look;
  const or = (words: readonly string[]) => words.join(t("look.or"));
  const found: string[] = [];
  const off = [...SHOWN_BY_DEFAULT].filter((type) => !types.has(type));
  const offNames = off.map((type) => t(`cardTypes.${type}`).toLocaleLowerCase()).join(", ");
  if (off.length > 0) found.push(t("look.by.types", { types: offNames }));
  if (filter.statuses.length > 0)
    found.push(
      t("look.by.status", {
        values: or(filter.statuses.map((value) => statusWord(value, t).toLocaleLowerCase())),
      }),
    );
  if (filter.levels.length > 0)
    found.push(
      t("look.by.level", {
        values: or(filter.levels.map((level) => t(`enum.level.${level}`).toLocaleLowerCase())),
      }),
    );
  const roles = or(filter.roles.map((role) => t(`enum.role.${role}`).toLocaleLowerCase()));
  const actors = or(filter.actors.map((id) => titleOf(snapshot, id, t)));
  if (actors !== "")
    found.push(t(roles === "" ? "look.by.actor" : "look.by.actorAs", { values: actors, roles }));
  else if (roles !== "") found.push(t("look.by.role", { roles }));
  if (filter.tags.length > 0)
    found.push(t("look.by.tag", { values: or(filter.tags.map((tag) => tagWord(snapshot, tag, t))) }));
  if (unfolded && !focus && !path)
    found.push(
      unfolded.length === 0
        ? t("look.by.folded")
        : t("look.by.unfolded", { values: titlesOf(snapshot, unfolded, t) }),
    );
  return found;
}

/** What one tie of a path says between the titles of its cards. */
export const tieWord = ({ type, role }: Tie, t: TFunction): string =>
  (role ? t(`enum.role.${role}`) : t(`linkType.${type}.name`)).toLocaleLowerCase();
