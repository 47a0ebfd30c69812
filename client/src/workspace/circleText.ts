/** Why a card stands without the home it names: it would close a circle. Empty where that is not so. */
import { missionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";

export function circleText(cards: MapSnapshot["cards"], card: CardId, t: TFunction): string {
  const home = missionTree(cards).circles.get(card);
  if (home === undefined) return "";
  return t("words.circle", { home: cards.get(home)?.title || t("map.untitledCard") });
}
