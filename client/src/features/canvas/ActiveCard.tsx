/**
 * The card that keys act on, for a screen reader: always one element of the page, whether the card itself is mounted,
 * drawn, or off the screen. Its id changes with the card, so that every arrow key reads the card it leads to.
 */
import { parentOf } from "@trellis/shared/derive/tree";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { cardName } from "./cardWords.ts";
import type { Scene } from "./scene.ts";
import type { Stage } from "./stage.ts";

/** For `aria-activedescendant`. */
export const activeIdOf = (card: CardId): string => `canvas-active-${card}`;

export function ActiveCard({ stage, card }: { readonly stage: Stage | null; readonly card: CardId | null }) {
  const { t } = useTranslation();
  const map = useLiveMap();
  const [name, setName] = useState("");
  useEffect(() => {
    if (!stage || !card) return;
    const say = () => setName(activeName(stage.scene, card, t));
    say();
    // A title changes nothing that the scene tells of; the stage has taken the change over before this is called.
    const stops = [stage.onScene(say), map.subscribe(say)];
    return () => stops.forEach((stop) => void stop());
  }, [stage, card, map, t]);
  if (!card) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no card; the canvas names its cards by group
    <div
      id={activeIdOf(card)}
      role="group"
      aria-roledescription={t("canvas.card")}
      aria-label={name}
      className="unseen"
    />
  );
}

/** "Project, Retrofit task force, in delivery, city-region, part of Heat and build, 3 links". */
function activeName(scene: Scene, card: CardId, t: TFunction): string {
  const face = scene.face(card);
  if (!face) return "";
  const home = parentOf(scene.tree, card);
  const parent = home && scene.card(home);
  const siblings = home ? (scene.tree.children.get(home) ?? []) : [];
  const links = scene.linksOf(card).length;
  return [
    cardName(face, t),
    ...(parent ? [t("ask.name.partOf", { title: parent.title || t("canvas.noTitle") })] : []),
    ...(siblings.length > 1
      ? [t("ask.name.place", { at: siblings.indexOf(card) + 1, of: siblings.length })]
      : []),
    ...(links > 0 ? [t("ask.name.links", { count: links })] : []),
  ].join(", ");
}
