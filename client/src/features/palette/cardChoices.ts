/** Every card as something to be found: by title, with its type and where it stands. Pure. */
import { missionTree, parentOf } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { Card } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import type { Findable } from "./search.ts";

export interface CardChoice extends Findable {
  readonly card: Card;
  /** "Project, city-region, in Heat and build". */
  readonly place: string;
}

export function cardChoices({ cards }: MapSnapshot, t: TFunction): CardChoice[] {
  const texts = new Map<string, string>();
  const said = (key: string) => {
    const known = texts.get(key) ?? t(key);
    texts.set(key, known);
    return known;
  };
  const tree = missionTree(cards);
  return [...cards.values()].map((card) => {
    const type = said(`cardType.${card.type}`);
    const level = "level" in card && card.level ? said(`enum.level.${card.level}`) : "";
    const parent = parentOf(tree, card.id);
    const home = parent === null ? undefined : cards.get(parent);
    const stands = home?.title ? t("palette.in", { home: home.title }) : "";
    return {
      card,
      name: card.title || said("map.untitledCard"),
      also: `${type} ${level}`,
      place: [type, level, stands].filter((part) => part !== "").join(" · "),
    };
  });
}
