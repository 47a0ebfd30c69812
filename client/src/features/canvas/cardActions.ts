/** What a person can change from the canvas. Each is one edit and so one undo step. */
import { addCard, duplicateCards } from "@trellis/shared/ops/cards";
import { placeCards, tidyCards } from "@trellis/shared/ops/layout";
import { addLink, type NewLink, removeLink } from "@trellis/shared/ops/links";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";
import type { Edit } from "../../document/useEdit.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { canvasStore } from "./canvasStore.ts";
import { placementsOf, stillThere } from "./fromFlow.ts";
import type { Point } from "./geometry.ts";
import { gliding } from "./gliding.ts";
import { homeOfNew, levelBeside, placeOfNew, typeAt, typeBeside } from "./newCard.ts";
import type { Stage } from "./stage.ts";

const DUPLICATE_BY = [28, 28] as const;

/** A change done that can be taken back: a key under `canvas`. */
export type Announce = (text: "linkRemoved" | "tidied") => void;

const selected = (): readonly CardId[] => workspaceStore.getState().selection.cards;

export function cardActions(stage: Stage | null, edit: Edit, announce: Announce) {
  return {
    /** Adds at a point, or where the layout puts it. */
    add: (type: CardType, point: Point | null) => addCardAt(stage, edit, type, point),
    /** Adds what most likely comes next to the selected card. */
    addBeside: () => addCardAt(stage, edit, typeBeside(selectedCard(stage), stage?.scene.tree), null),
    /** Adds at a point what the chosen tool, or else the place, stands for. */
    addAt: (point: Point) => {
      const { tool } = workspaceStore.getState();
      if (stage)
        addCardAt(stage, edit, tool.kind === "add" ? tool.type : typeAt(stage.scene.layout, point), point);
    },
    drop: (cards: readonly CardId[], by: readonly [number, number]) => {
      if (!stage || (by[0] === 0 && by[1] === 0)) return;
      const { scene } = stage;
      const dropped = stillThere(
        cards,
        (id) => scene.card(id),
        (id) => scene.grid.rect(id),
      );
      if (dropped.length > 0) edit(placeCards, { cards: placementsOf(scene.layout, dropped, by) });
    },
    /** False when it was refused; a notice says why. */
    join: (link: NewLink): boolean => edit(joined, link) === true,
    remove: () => {
      const { selection, askToRemove } = workspaceStore.getState();
      if (selection.link === null) askToRemove(selection.cards);
      else if (edit(unlink, selection.link)) {
        workspaceStore.getState().clearSelection();
        announce("linkRemoved");
      }
    },
    duplicate: () => {
      const cards = selected();
      const made = cards.length > 0 ? edit(duplicateCards, { cards: [...cards], by: DUPLICATE_BY }) : null;
      if (made) workspaceStore.getState().selectCards(made);
    },
    /** Tidies the selected cards, or the whole map when fewer than two are selected. */
    tidy: () => {
      const cards = selected();
      if (!stage) return;
      const input = { cards: cards.length > 1 ? cards : ("all" as const) };
      gliding(stage, () => edit(tidyCards, input, { layout: true }));
      announce("tidied");
    },
  };
}

const joined = (draft: MapDraft, link: NewLink): true => {
  addLink(draft, link);
  return true;
};

const unlink = (draft: MapDraft, link: LinkId): true => {
  removeLink(draft, { link });
  return true;
};

const selectedCard = (stage: Stage | null): Card | null => {
  const last = selected().at(-1);
  return (last && stage?.scene.card(last)) ?? null;
};

/** Adds a card, selected and ready for its title. */
function addCardAt(stage: Stage | null, edit: Edit, type: CardType, point: Point | null): void {
  if (!stage) return;
  const { scene } = stage;
  const place = point
    ? placeOfNew(scene.layout, type, point)
    : { pos: null, level: levelBeside(type, selectedCard(stage)) };
  const { pos, level } = place;
  const chosen = selected().flatMap((id) => scene.card(id) ?? []);
  const home = homeOfNew(type, chosen, scene.tree);
  const workspace = workspaceStore.getState();
  workspace.showType(type, true);
  workspace.setTool({ kind: "select" });
  const card = edit(addCard, { type, pos, home, fields: { title: "", ...(level ? { level } : {}) } });
  if (!card) return;
  workspace.selectCards([card]);
  canvasStore.getState().set({ titleOf: card });
}
