/** What a person can change from the outline. Each is one edit and so one undo step, and is said to a screen reader. */
import type { ItemKey, Outline } from "@trellis/shared/derive/outline";
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
  type CardLookup,
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
}

const titleSpec = { kind: "text", max: TITLE_TEXT } as const;
const written = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Why a title cannot be kept as it is; null when it can. */
export const titleMisfit = (text: string) => checkValue(titleSpec, written(text));

/** Moves, and answers true: an edit that was refused answers null. */
function carryOut(draft: MapDraft, move: Parameters<typeof moveCards>[1]): true {
  moveCards(draft, move);
  return true;
}

export class Changes {
  readonly #scene: ChangeScene;
  readonly #nav: Navigation;

  constructor(scene: ChangeScene, nav: Navigation) {
    this.#scene = scene;
    this.#nav = nav;
  }

  /** What a command acts on: the selection when the current row is part of it, else the current row. */
  targets(): CardId[] {
    const card = cardOf(this.#nav.activeRow()?.item);
    if (!card) return [];
    const { selection } = workspaceStore.getState();
    return rootsOf(this.#scene.outline(), selection.cards.includes(card) ? selection.cards : [card]);
  }

  move(result: MoveResult): void {
    const { edit, outline, title, t } = this.#scene;
    if (isRefusal(result)) {
      this.#refuse(result);
      return;
    }
    const [one] = result.cards;
    if (!one || !edit(carryOut, result)) return;
    this.#nav.reveal(one);
    const parent = outline().items.get(one)?.parent ?? null;
    const siblings = parent === null ? outline().roots : (outline().items.get(parent)?.children ?? []);
    announce(
      t(parent === null ? "outline.said.movedOut" : "outline.said.moved", {
        title: title(one),
        parent: parent === null ? "" : title(parent),
        position: siblings.indexOf(one) + 1,
        count: siblings.length,
      }),
    );
  }

  moveIn(): void {
    this.#moveTargets(moveIn);
  }

  moveOut(): void {
    this.#moveTargets(moveOut);
  }

  moveUp(): void {
    this.#moveTargets((outline, cards, moved) => moveBeside(outline, cards, moved, "up"));
  }

  moveDown(): void {
    this.#moveTargets((outline, cards, moved) => moveBeside(outline, cards, moved, "down"));
  }

  askMove(): void {
    const targets = this.targets();
    const moved = targets.filter((card) => HOMED_TYPES.has(this.#type(card) ?? "note"));
    const type = targets[0] && this.#type(targets[0]);
    if (moved.length > 0) this.#scene.store.getState().set({ asking: { kind: "move", cards: moved } });
    else if (type) this.#refuse({ cannot: "noHome", type });
  }

  askLink(): void {
    const card = cardOf(this.#nav.activeRow()?.item);
    if (card) this.#scene.store.getState().set({ asking: { kind: "link", card } });
  }

  remove(): void {
    workspaceStore.getState().askToRemove(this.targets());
  }

  addBelow(): void {
    this.#add("below");
  }

  addInside(key?: ItemKey): void {
    this.#add("inside", key);
  }

  addType(type: CardType): void {
    this.#write(placeOfType(type));
  }

  rename(key?: ItemKey): void {
    const { store, outline, snapshot } = this.#scene;
    const item = outline().items.get(key ?? store.getState().active ?? "");
    const card = item?.kind === "card" ? snapshot().cards.get(item.card) : undefined;
    if (item?.kind === "reference") this.#nav.choose(item.card);
    if (!card) return;
    store.getState().set({ writing: { kind: "title", card: card.id, was: card.title, text: card.title } });
  }

  /** Keeps what was written. False when it does not fit and so is still being written. */
  finish(): boolean {
    const { writing, set } = this.#scene.store.getState();
    if (!writing) return true;
    // What nobody typed is not written: the title may be another by now, and that one is somebody's.
    if (writing.kind === "title" && writing.text === writing.was) {
      set({ writing: null });
      return true;
    }
    const title = written(writing.text);
    if (titleMisfit(title)) return false;
    if (writing.kind === "new" && title !== "") return this.#addWritten(writing.place, writing.type, title);
    if (writing.kind === "title" && !this.#setTitle(writing.card, title)) return false;
    set({ writing: null });
    return true;
  }

  cancel(): void {
    this.#scene.store.getState().set({ writing: null });
  }

  /** Takes the new row one step in or out, as what may stand there. */
  shiftNew(way: "in" | "out"): void {
    const { store, outline, snapshot, title, t } = this.#scene;
    const { writing, set } = store.getState();
    if (writing?.kind !== "new") return;
    const place = (way === "in" ? placeIn : placeOut)(outline(), snapshot().cards, writing.place);
    if (!place) {
      this.#say(way === "in" ? "outline.cannot.newIn" : "outline.cannot.outermost");
      return;
    }
    // Beside another it becomes what its neighbours are; the type chosen stays where it may.
    const keeps = way === "in" && place.types.includes(writing.type);
    const type = keeps ? writing.type : (place.types[0] as CardType);
    if (place.parent) this.#nav.setOpen([place.parent], true);
    set({ writing: { ...writing, place, type } });
    const parent = place.parent ? title(place.parent) : t("outline.label");
    announce(t("outline.said.newAt", { type: t(`cardType.${type}`), parent }));
  }

  #type(card: CardId): CardType | undefined {
    return this.#scene.snapshot().cards.get(card)?.type;
  }

  #say(key: string, values: Record<string, string> = {}): void {
    notify({ tone: "problem", text: this.#scene.t(key, values) });
  }

  #refuse({ cannot, type, holder }: Refusal): void {
    const { t } = this.#scene;
    this.#say(`outline.cannot.${cannot}`, {
      type: type ? t(`outline.aType.${type}`) : "",
      types: type ? t(`outline.types.${type}`) : "",
      holder: holder ? t(`outline.aType.${holder}`) : "",
      holders: type ? typeList(t, holderTypes(type)) : "",
    });
  }

  #moveTargets(way: (outline: Outline, cards: CardLookup, moved: CardId[]) => MoveResult): void {
    const moved = this.targets();
    if (moved.length > 0) this.move(way(this.#scene.outline(), this.#scene.snapshot().cards, moved));
  }

  #add(where: "below" | "inside", key?: ItemKey): void {
    const { store, outline, snapshot, t } = this.#scene;
    const item = outline().items.get(key ?? store.getState().active ?? "");
    if (!item) {
      this.#write(placeOfType("mission"));
      return;
    }
    const place = (where === "below" ? placeBelow : placeInside)(outline(), snapshot().cards, item);
    const type = item.kind === "group" ? undefined : this.#type(item.card);
    if (place) this.#write(place);
    else if (type) this.#say("outline.cannot.holdsNothing", { type: t(`outline.aType.${type}`) });
  }

  #write(place: NewPlace): void {
    const { store, outline } = this.#scene;
    if (place.parent) this.#nav.setOpen([place.parent, ...above(outline(), place.parent)], true);
    const type = place.types[0] as CardType;
    store.getState().set({ writing: { kind: "new", place, type, text: "" }, query: "" });
  }

  #setTitle(card: CardId, title: string): boolean {
    const now = this.#scene.snapshot().cards.get(card)?.title;
    if (now === undefined || now === title) return true;
    return this.#scene.edit(editField, { card, field: "title", value: title }) !== null;
  }

  #addWritten(place: NewPlace, type: CardType, title: string): boolean {
    const { store, outline, snapshot, edit, t } = this.#scene;
    const isHomeGone = place.home !== null && !snapshot().cards.has(place.home);
    const home = isHomeGone ? null : place.home;
    const card = edit(addCardAt, { type, title, level: place.level, home, before: place.before });
    if (card === null) return false;
    if (isHomeGone) this.#say("outline.homeGone");
    store.getState().set({ writing: null });
    workspaceStore.getState().showType(type, true);
    this.#nav.reveal(card);
    this.#nav.choose(card);
    const parent = outline().items.get(card)?.parent ?? null;
    const said = parent === null ? t("outline.label") : this.#scene.title(parent);
    announce(t("outline.said.added", { type: t(`cardType.${type}`), title, parent: said }));
    return true;
  }
}
