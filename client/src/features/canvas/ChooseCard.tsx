/** Asks for another card by name: the one to join, the actor who answers, the home to move to. */
import { childrenOf, parentOf } from "@trellis/shared/derive/tree";
import type { CardId } from "@trellis/shared/schema/ids";
import { mayLink } from "@trellis/shared/schema/linkTypes";
import type { Card } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../workspace/announce.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import type { AskedProps } from "./asked.ts";
import { askingStore, useAsking } from "./asking.ts";
import { type Choice, Chooser } from "./Chooser.tsx";
import { canvasStore } from "./canvasStore.ts";
import { centreOf } from "./geometry.ts";
import type { Stage } from "./stage.ts";

const NO_HOME = "\u0000none";

type CardQuestion = AskedProps<"join" | "actor" | "home">;

export function ChooseCard({ question, stage, actions, answer, close }: CardQuestion) {
  const { t } = useTranslation();
  const at = useAsking((state) => state.at);
  const choices = useMemo(() => choicesFor(question, stage, t), [question, stage, t]);
  const about = question.kind === "join" ? question.from : question.cards[0];
  const title = (about && stage.scene.card(about)?.title) || t("canvas.noTitle");

  const pick = (id: string) => {
    if (question.kind === "home") {
      close();
      const home = id === NO_HOME ? null : (id as CardId);
      if (!answer.moveHome(movable(question.cards, stage), home)) return;
      const to = home && stage.scene.card(home)?.title;
      announce(
        home
          ? t("ask.said.home", { title, home: to || t("canvas.noTitle") })
          : t("ask.said.homeNone", { title }),
      );
    } else if (question.kind === "actor")
      askingStore.getState().ask({ kind: "role", cards: question.cards, actor: id as CardId }, at);
    else {
      const to = stage.scene.card(id as CardId);
      close();
      if (!to) return;
      // What is joined can be seen: a card of a type that is not shown is shown for it.
      workspaceStore.getState().showType(to.type, true);
      canvasStore.getState().set({ joining: { from: question.from, to: to.id, at } });
    }
  };
  const show = (id: string | null) => {
    const card = id !== null && id !== NO_HOME ? (id as CardId) : null;
    canvasStore.getState().set({ target: card });
    if (card && stage.scene.rectOf(card)) actions.reveal(card);
  };
  const actorOf = question.kind === "actor" ? question.cards : null;
  return (
    <Chooser
      title={t(`ask.card.${question.kind}`, {
        title,
        count: question.kind === "join" ? 1 : question.cards.length,
      })}
      at={at}
      choices={choices}
      onPick={pick}
      onActive={show}
      onClose={close}
      {...(actorOf && {
        make: {
          label: (typed: string) => t("ask.makeActor", { name: typed }),
          run: (typed: string) =>
            askingStore.getState().ask({ kind: "role", cards: actorOf, actor: { title: typed } }, at),
        },
      })}
    />
  );
}

/** Nearest first: what is meant mostly stands near by. */
function choicesFor(question: CardQuestion["question"], stage: Stage, t: TFunction): Choice[] {
  const { scene } = stage;
  const about = question.kind === "join" ? [question.from] : question.cards;
  const last = about.at(-1);
  const rect = last && scene.rectOf(last);
  const from = rect ? centreOf(rect) : { x: 0, y: 0 };
  const way = (card: Card): number => {
    const there = scene.rectOf(card.id);
    if (!there) return Number.POSITIVE_INFINITY;
    const centre = centreOf(there);
    return Math.hypot(centre.x - from.x, centre.y - from.y);
  };
  const fits = fitting(question, stage, about);
  const found = [...scene.snapshot.cards.values()]
    .filter((card) => !about.includes(card.id) && fits(card))
    .map((card) => ({ card, way: way(card) }))
    .sort((one, other) => one.way - other.way)
    .map(({ card }) => choiceOf(card, stage, t));
  return question.kind === "home" ? [...found, { id: NO_HOME, label: t("ask.homeNone") }] : found;
}

function fitting(question: CardQuestion["question"], stage: Stage, about: readonly CardId[]) {
  if (question.kind === "join") return () => true;
  if (question.kind === "actor") return (card: Card) => card.type === "actor";
  const { scene } = stage;
  const movers = movable(about, stage).flatMap((id) => scene.card(id) ?? []);
  const below = new Set<CardId>(movers.map(({ id }) => id));
  for (const id of below) for (const child of childrenOf(scene.tree, id)) below.add(child);
  return (card: Card) =>
    movers.length > 0 &&
    !below.has(card.id) &&
    movers.every(({ type }) => mayLink("part_of", type, card.type));
}

/** Cards that have a home at all; an actor among the selected stays where it is. */
const movable = (cards: readonly CardId[], { scene }: Stage): CardId[] =>
  cards.filter((id) => scene.tree.depths.has(id) && scene.card(id)?.type !== "mission");

function choiceOf(card: Card, { scene }: Stage, t: TFunction): Choice {
  const home = parentOf(scene.tree, card.id);
  const level = "level" in card && card.level ? t(`enum.level.${card.level}`) : null;
  const parent = home && scene.card(home)?.title;
  return {
    id: card.id,
    label: card.title || t("canvas.untitled", { type: t(`cardType.${card.type}`).toLocaleLowerCase() }),
    hint: [t(`cardType.${card.type}`), level, parent].filter(Boolean).join(" · "),
    glyph: <TypeGlyph type={card.type} />,
  };
}
