/** What a person can change from the outline. Each is one edit and so one undo step, and is said to a screen reader. */
import { groupKey, type ItemKey } from "@trellis/shared/derive/outline";
import { editField } from "@trellis/shared/ops/cards";
import { moveCards } from "@trellis/shared/ops/home";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import { checkValue } from "@trellis/shared/schema/checkValue";
import type { CardType } from "@trellis/shared/schema/enums";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { TFunction } from "i18next";
import type { Edit } from "../../document/useEdit.ts";
import { notify } from "../../ui/notify.ts";
import { announce } from "../../workspace/announce.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { addCardAt } from "./edits.ts";
import { isRefusal, type MoveResult, moveBeside, moveIn, moveOut, type Refusal, rootsOf } from "./moves.ts";
import type { Navigation, OutlineScene } from "./navigation.ts";
import { cardOf } from "./navigation.ts";
import {
  holderTypes,
  type NewPlace,
  placeBelow,
  placeIn,
  placeInside,
  placeOfType,
  placeOut,
} from "./newPlace.ts";
import { above } from "./outlineRows.ts";
import { typeList } from "./outlineWords.ts";

export interface ChangeScene extends OutlineScene {
  readonly snapshot: () => MapSnapshot;
  readonly edit: Edit;
  readonly t: TFunction;
  readonly canEdit: () => boolean;
}

export type Changes = ReturnType<typeof changes>;

const titleSpec = { kind: "text", max: TITLE_TEXT } as const;
const written = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Why a title cannot be kept as it is; null when it can. */
export const titleMisfit = (text: string) => checkValue(titleSpec, written(text));

/** Moves, and answers true: an edit that was refused answers null. */
function carryOut(draft: MapDraft, move: Parameters<typeof moveCards>[1]): true {
  moveCards(draft, move);
  return true;
}

export function changes(scene: ChangeScene, nav: Navigation) {
  const { store, outline, snapshot, edit, t } = scene;
  const cards = () => snapshot().cards;

  const refuse = ({ cannot, type, holder }: Refusal) => {
    const holders = type ? typeList(t, holderTypes(type)) : "";
    const text = t(`outline.cannot.${cannot}`, {
      type: type ? t(`outline.aType.${type}`) : "",
      types: type ? t(`outline.types.${type}`) : "",
      holder: holder ? t(`outline.aType.${holder}`) : "",
      holders,
    });
    notify({ tone: "problem", text });
  };

  /** What a command acts on: the selection when the current row is part of it, else the current row. */
  const targets = (): CardId[] => {
    const card = cardOf(nav.activeRow()?.item);
    if (!card) return [];
    const { selection } = workspaceStore.getState();
    return rootsOf(outline(), selection.cards.includes(card) ? selection.cards : [card]);
  };

  const move = (result: MoveResult) => {
    if (isRefusal(result)) {
      refuse(result);
      return;
    }
    if (!edit(carryOut, result)) return;
    const [one] = result.cards;
    if (!one) return;
    nav.reveal(one);
    const item = outline().items.get(one);
    const siblings = item?.parent ? (outline().items.get(item.parent)?.children ?? []) : outline().roots;
    announce(
      t(item?.parent ? "outline.said.moved" : "outline.said.movedOut", {
        title: scene.title(one),
        parent: item?.parent ? scene.title(item.parent) : "",
        position: siblings.indexOf(one) + 1,
        count: siblings.length,
      }),
    );
  };
  const moveTargets = (
    way: (
      outlined: ReturnType<typeof outline>,
      lookup: ReturnType<typeof cards>,
      moved: CardId[],
    ) => MoveResult,
  ) => {
    const moved = targets();
    if (moved.length > 0) move(way(outline(), cards(), moved));
  };

  const write = (place: NewPlace) => {
    if (place.parent) nav.setOpen([place.parent, ...above(outline(), place.parent)], true);
    store
      .getState()
      .set({ writing: { kind: "new", place, type: place.types[0] as CardType, text: "" }, query: "" });
  };

  const add = (where: "below" | "inside", key?: ItemKey) => {
    const item = outline().items.get(key ?? store.getState().active ?? "");
    if (!item) {
      write(placeOfType("mission"));
      return;
    }
    const place = (where === "below" ? placeBelow : placeInside)(outline(), cards(), item);
    const type = item.kind === "group" ? undefined : cards().get(item.card)?.type;
    if (place) write(place);
    else if (type)
      notify({
        tone: "problem",
        text: t("outline.cannot.holdsNothing", { type: t(`outline.aType.${type}`) }),
      });
  };

  return {
    targets,
    refuse,
    move,
    moveIn: () => moveTargets(moveIn),
    moveOut: () => moveTargets(moveOut),
    moveUp: () => moveTargets((outlined, lookup, moved) => moveBeside(outlined, lookup, moved, "up")),
    moveDown: () => moveTargets((outlined, lookup, moved) => moveBeside(outlined, lookup, moved, "down")),
    addBelow: () => add("below"),
    addInside: (key?: ItemKey) => add("inside", key),
    addType: (type: CardType) => write(placeOfType(type)),
    askMove: () => {
      const moved = targets().filter((card) => HOMED_TYPES.has(cards().get(card)?.type ?? "note"));
      const type = cards().get(targets()[0] ?? ("" as CardId))?.type;
      if (moved.length > 0) store.getState().set({ asking: { kind: "move", cards: moved } });
      else if (type) refuse({ cannot: "noHome", type });
    },
    askLink: () => {
      const card = cardOf(nav.activeRow()?.item);
      if (card) store.getState().set({ asking: { kind: "link", card } });
    },
    remove: () => workspaceStore.getState().askToRemove(targets()),
    rename: (key?: ItemKey) => {
      const item = outline().items.get(key ?? store.getState().active ?? "");
      const card = item?.kind === "card" ? cards().get(item.card) : undefined;
      if (card)
        store
          .getState()
          .set({ writing: { kind: "title", card: card.id, was: card.title, text: card.title } });
      else if (item?.kind === "reference") nav.choose(item.card);
    },
    /** Keeps what was written. False when it does not fit and so is still being written. */
    finish: (): boolean => {
      const { writing, set } = store.getState();
      if (!writing) return true;
      const title = written(writing.text);
      if (titleMisfit(title)) return false;
      if (writing.kind === "title") {
        const now = cards().get(writing.card)?.title;
        if (
          now !== undefined &&
          now !== title &&
          edit(editField, { card: writing.card, field: "title", value: title }) === null
        )
          return false;
        set({ writing: null });
        return true;
      }
      if (title === "") {
        set({ writing: null });
        return true;
      }
      return addWritten(writing.place, writing.type, title);
    },
    cancel: () => store.getState().set({ writing: null }),
    /** Takes the new row one step in or out, as what may stand there. */
    shiftNew: (way: "in" | "out") => {
      const { writing, set } = store.getState();
      if (writing?.kind !== "new") return;
      const place = (way === "in" ? placeIn : placeOut)(outline(), cards(), writing.place);
      if (!place) {
        notify({
          tone: "problem",
          text: t(way === "in" ? "outline.cannot.newIn" : "outline.cannot.outermost"),
        });
        return;
      }
      // Beside another it becomes what its neighbours are; the type chosen stays where it may.
      const type =
        place.types.includes(writing.type) && way === "in" ? writing.type : (place.types[0] as CardType);
      if (place.parent) nav.setOpen([place.parent], true);
      set({ writing: { ...writing, place, type } });
      announce(
        t("outline.said.newAt", {
          type: t(`cardType.${type}`),
          parent: place.parent ? scene.title(place.parent) : t("outline.label"),
        }),
      );
    },
  };

  function addWritten(place: NewPlace, type: CardType, title: string): boolean {
    const isHomeGone = place.home !== null && !cards().has(place.home);
    const home = isHomeGone ? null : place.home;
    const card = edit(addCardAt, { type, title, level: place.level, home, before: place.before });
    if (card === null) return false;
    if (isHomeGone) notify({ tone: "problem", text: t("outline.homeGone") });
    store.getState().set({ writing: null });
    workspaceStore.getState().showType(type, true);
    nav.reveal(card);
    nav.choose(card);
    const parent = outline().items.get(card)?.parent ?? groupKey("unplaced");
    announce(t("outline.said.added", { type: t(`cardType.${type}`), title, parent: scene.title(parent) }));
    return true;
  }
}
