/**
 * Copy, cut and paste on the canvas. Keys reach it as the browser's own events, which need no permission; a command of
 * the palette or a menu raises the same event for copying, and has to ask the browser for pasting. In a text field the
 * browser does what it always does.
 */
import {
  CLIPBOARD_LIMITS,
  CLIPBOARD_TYPE,
  decodeClipboard,
  encodeClipboard,
} from "@trellis/shared/codecs/clipboard";
import { decodeOutline, encodeOutline, outlineCards } from "@trellis/shared/codecs/outline";
import { pasteCards } from "@trellis/shared/ops/pasteCards";
import type { CopiedCards } from "@trellis/shared/schema/copiedCards";
import type { TFunction } from "i18next";
import { type RefObject, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useBodies } from "../../document/useBodies.ts";
import { type Edit, useEdit } from "../../document/useEdit.ts";
import { notify } from "../../ui/notify.ts";
import { useUndoNotice } from "../../workspace/useUndoNotice.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { cardsBehind, hearCopies, rememberCopy } from "./clipboardMemory.ts";
import { centreOf, type Point } from "./geometry.ts";
import { placedAt, placeOfLines } from "./pastePlace.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

/** How far a copy stands from its original when it has a place of its own; again as far with each further paste. */
const STEP = 28;

export interface Clipboard {
  readonly copy: () => void;
  readonly cut: () => void;
  /** `world`: where a menu was opened; null beside what is selected, or in the middle of what is seen. */
  readonly paste: (world: Point | null) => Promise<void>;
}

type Bodies = ReturnType<typeof useBodies>;

export function useClipboard(
  stage: Stage,
  surface: RefObject<HTMLElement | null>,
  actions: Actions,
  canEdit: boolean,
): Clipboard {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const edit = useEdit();
  const undoNotice = useUndoNotice();
  const bodies = useBodies();
  const hands = useMemo(
    () => new ClipboardHands({ stage, actions, edit, undoNotice, bodies, t, mapId }),
    [stage, actions, edit, undoNotice, bodies, t, mapId],
  );
  useEffect(() => hearCopies(), []);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const isOurs = () => document.activeElement === surface.current || hands.asked;
    const onCopy = (event: ClipboardEvent) => {
      if (isOurs()) hands.onCopy(event, event.type === "cut" && canEdit);
    };
    document.addEventListener("copy", onCopy, { signal });
    document.addEventListener("cut", onCopy, { signal });
    document.addEventListener(
      "paste",
      (event) => {
        if (isOurs() && canEdit) hands.onPaste(event);
      },
      { signal },
    );
    return () => stop.abort();
  }, [hands, surface, canEdit]);
  return hands;
}

interface World {
  readonly stage: Stage;
  readonly actions: Actions;
  readonly edit: Edit;
  readonly undoNotice: (text: string) => void;
  readonly bodies: Bodies;
  readonly t: TFunction;
  readonly mapId: string;
}

class ClipboardHands implements Clipboard {
  readonly #world: World;
  /** A command is raising the browser's event right now. */
  asked = false;
  #last = { cards: "", times: 0 };

  constructor(world: World) {
    this.#world = world;
  }

  readonly copy = (): void => this.#raise("copy");
  readonly cut = (): void => this.#raise("cut");

  readonly paste = async (world: Point | null): Promise<void> => {
    let text: string;
    try {
      text = await navigator.clipboard.readText();
    } catch {
      // Not allowed, or not offered on an address without https: the keys work everywhere.
      this.#say("refused");
      return;
    }
    this.#take(cardsBehind(text), text, world);
  };

  onCopy(event: ClipboardEvent, cut: boolean): void {
    const cards = workspaceStore.getState().selection.cards;
    if (cards.length === 0 || !event.clipboardData) return;
    event.preventDefault();
    this.asked = false;
    const { stage, bodies, t, mapId, actions } = this.#world;
    const { snapshot } = stage.scene;
    const chosen = new Set(cards);
    const written = encodeClipboard(snapshot, bodies(chosen), chosen, mapId);
    if (written.length > CLIPBOARD_LIMITS.characters || cards.length > CLIPBOARD_LIMITS.cards) {
      this.#say("tooMany");
      return;
    }
    const text = encodeOutline(snapshot, chosen, (type) =>
      t("canvas.untitled", { type: t(`cardType.${type}`).toLocaleLowerCase() }),
    );
    event.clipboardData.setData(CLIPBOARD_TYPE, written);
    event.clipboardData.setData("text/plain", text);
    rememberCopy({ cards: written, text });
    this.#last = { cards: written, times: 0 };
    if (cut) actions.remove();
    else notify({ subject: "clipboard", text: t("clipboard.copied", { count: cards.length }) });
  }

  onPaste(event: ClipboardEvent): void {
    event.preventDefault();
    const given = event.clipboardData;
    if (given) this.#take(given.getData(CLIPBOARD_TYPE), given.getData("text/plain"), null);
  }

  #raise(kind: "copy" | "cut"): void {
    this.asked = true;
    document.execCommand(kind);
    if (this.asked && workspaceStore.getState().selection.cards.length > 0) this.#say(`${kind}Refused`);
    this.asked = false;
  }

  #take(cards: string, text: string, world: Point | null): void {
    if (cards !== "") {
      const { copied, problem } = decodeClipboard(cards);
      if (problem) this.#say(problem === "too_large" ? "tooMany" : "unreadable");
      else this.#putCards(copied, cards, world);
      return;
    }
    const { lines, problem } = decodeOutline(text);
    if (problem) {
      this.#say(problem === "too_large" ? "tooMany" : "empty");
      return;
    }
    const { stage, mapId } = this.#world;
    const { scene } = stage;
    const { cards: chosen } = workspaceStore.getState().selection;
    const selected = (!world && chosen.length === 1 && chosen[0] && scene.card(chosen[0])) || null;
    const place = placeOfLines(selected, scene.tree, scene.layout, world ?? centreOf(stage.seen()));
    const { copied, flattened } = outlineCards(lines, place, mapId);
    this.#put(
      placedAt(copied, scene.layout, copied.cards.length === 1 ? world : null),
      true,
      [0, 0],
      flattened,
    );
  }

  #putCards(copied: CopiedCards, written: string, world: Point | null): void {
    const { stage, mapId } = this.#world;
    const times = this.#last.cards === written ? this.#last.times + 1 : 1;
    this.#last = { cards: written, times };
    const sameMap = copied.map === mapId;
    const at = world ?? (sameMap ? null : centreOf(stage.seen()));
    // One card from another map goes where the layout has it, unless somebody pointed at a place.
    const placed = placedAt(copied, stage.scene.layout, copied.cards.length > 1 ? at : world);
    this.#put(placed, sameMap, at ? [0, 0] : [STEP * times, STEP * times], 0);
  }

  #put(copied: CopiedCards, sameMap: boolean, by: readonly [number, number], flattened: number): void {
    const { edit, undoNotice, actions, t } = this.#world;
    const pasted = edit(pasteCards, { copied, sameMap, by });
    if (!pasted) return;
    const { showType, selectCards } = workspaceStore.getState();
    for (const type of new Set(copied.cards.map((card) => card.type))) showType(type, true);
    selectCards(pasted.cards);
    actions.revealAll(pasted.cards);
    const { homesLost, linksLost } = pasted;
    undoNotice(
      [
        t("clipboard.pasted", { count: pasted.cards.length }),
        homesLost > 0 ? t("clipboard.homesLost", { count: homesLost }) : "",
        linksLost > 0 ? t("clipboard.linksLost", { count: linksLost }) : "",
        flattened > 0 ? t("clipboard.flattened", { count: flattened }) : "",
      ]
        .filter((sentence) => sentence !== "")
        .join(" "),
    );
  }

  #say(text: "refused" | "copyRefused" | "cutRefused" | "tooMany" | "unreadable" | "empty"): void {
    const { t } = this.#world;
    notify({
      tone: "problem",
      subject: "clipboard",
      text: t(`clipboard.${text}`, { limit: CLIPBOARD_LIMITS.cards }),
    });
  }
}
