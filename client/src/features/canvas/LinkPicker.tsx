/**
 * Asks by which link two cards are joined: a sentence from one to the other, in either direction. Only what the table
 * allows is offered; what cannot be added just now says why.
 */
import type { CardId } from "@trellis/shared/schema/ids";
import { memo, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { announce } from "../../workspace/announce.ts";
import { choicesBetween, type LinkChoice } from "../../workspace/linkChoices.ts";
import { type Choice, Chooser } from "./Chooser.tsx";
import { canvasStore, useCanvas } from "./canvasStore.ts";
import { linkObstacle } from "./linkObstacles.ts";
import { signOf } from "./linkStyle.ts";
import type { Actions } from "./useActions.ts";

interface LinkPickerProps {
  /** Takes the focus back once the question is answered. */
  readonly surface: RefObject<HTMLElement | null>;
  readonly actions: Actions;
}

interface Way extends LinkChoice {
  readonly from: CardId;
  readonly to: CardId;
}

export const LinkPicker = memo(function LinkPicker({ surface, actions }: LinkPickerProps) {
  const { t } = useTranslation();
  const joining = useCanvas((state) => state.joining);
  const snapshot = useMap((current) => (joining ? current : null));
  const from = joining && snapshot?.cards.get(joining.from);
  const to = joining && snapshot?.cards.get(joining.to);
  if (!joining || !snapshot || !from || !to) return null;
  const close = () => {
    canvasStore.getState().set({ joining: null });
    surface.current?.focus({ preventScroll: true });
  };
  const { forward, backward } = choicesBetween(from.type, to.type);
  const ways: Way[] = [
    ...forward.map((choice) => ({ ...choice, from: from.id, to: to.id })),
    ...backward.map((choice) => ({ ...choice, from: to.id, to: from.id })),
  ];
  const name = (id: CardId) => snapshot.cards.get(id)?.title || t("canvas.noTitle");
  const sentence = (way: Way) =>
    t("ask.sentence", {
      from: name(way.from),
      verb: t(`canvas.verb.${way.role ?? way.type}`),
      to: name(way.to),
    });
  const choices = ways.map((way, index): Choice & { readonly free: boolean } => {
    const obstacle = linkObstacle(snapshot, way, way.from, way.to);
    return {
      id: String(index),
      label: sentence(way),
      glyph: way.role ? signOf(way.role) : null,
      free: obstacle === null,
      ...(obstacle ? { disabled: true, hint: t(`ask.obstacle.${obstacle}`) } : {}),
    };
  });
  // What says most stands first, what cannot be done last, with the reason.
  const isLoose = ({ id }: Choice) => ways[Number(id)]?.type === "relates_to";
  const free = choices.filter((choice) => choice.free);
  const inOrder = [
    ...free.filter((choice) => !isLoose(choice)),
    ...free.filter(isLoose),
    ...choices.filter((choice) => !choice.free),
  ];
  return (
    <Chooser
      key={`${from.id} ${to.id}`}
      title={t(inOrder[0]?.free ? "ask.way" : "ask.noWay", { from: name(from.id), to: name(to.id) })}
      at={joining.at}
      choices={inOrder}
      onPick={(index) => {
        const way = ways[Number(index)];
        close();
        if (!way) return;
        const { type, role } = way;
        if (actions.join({ type, from: way.from, to: way.to, ...(role ? { fields: { role } } : {}) }))
          announce(sentence(way));
      }}
      onClose={close}
    />
  );
});
