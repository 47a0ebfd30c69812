/**
 * Copy, cut and paste in the outline, by the browser's own events while the tree has the focus. Cards go out whole and
 * as an indented list; what comes in, cards or lines of text, becomes part of the current card where that may hold it.
 */
import {
  CLIPBOARD_LIMITS,
  CLIPBOARD_TYPE,
  decodeClipboard,
  encodeClipboard,
} from "@trellis/shared/codecs/clipboard";
import {
  decodeOutline,
  encodeOutline,
  type OutlinePlace,
  outlineCards,
  typeBelow,
} from "@trellis/shared/codecs/outline";
import { moveCards } from "@trellis/shared/ops/home";
import { type Pasted, pasteCards } from "@trellis/shared/ops/pasteCards";
import { LANED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { CopiedCards } from "@trellis/shared/schema/copiedCards";
import type { CardId } from "@trellis/shared/schema/ids";
import { mayLink } from "@trellis/shared/schema/linkTypes";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useBodies } from "../../document/useBodies.ts";
import { type Edit, useEdit } from "../../document/useEdit.ts";
import { useUndo } from "../../document/useUndo.ts";
import { notify } from "../../ui/notify.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { cardOf } from "./navigation.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

interface Hands {
  readonly model: OutlineModel;
  readonly mapId: string;
  readonly edit: Edit;
  readonly undo: () => void;
  readonly bodies: ReturnType<typeof useBodies>;
  readonly t: TFunction;
}

export function useOutlineClipboard(model: OutlineModel): void {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const edit = useEdit();
  const { undo } = useUndo();
  const bodies = useBodies();
  const latest = useRef<Hands>({ model, mapId, edit, undo, bodies, t });
  useEffect(() => {
    latest.current = { model, mapId, edit, undo, bodies, t };
  }, [model, mapId, edit, undo, bodies, t]);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const isOurs = () => document.activeElement === latest.current.model.tree.current;
    const onCopy = (event: ClipboardEvent) => {
      if (isOurs()) copy(event, latest.current);
    };
    document.addEventListener("copy", onCopy, { signal });
    document.addEventListener("cut", onCopy, { signal });
    document.addEventListener("paste", (event) => isOurs() && paste(event, latest.current), { signal });
    return () => stop.abort();
  }, []);
}

function copy(event: ClipboardEvent, { model, mapId, bodies, t }: Hands): void {
  const selected = workspaceStore.getState().selection.cards;
  const current = cardOf(model.nav.activeRow()?.item);
  const cards = current && !selected.includes(current) ? [current] : selected;
  if (cards.length === 0 || !event.clipboardData) return;
  event.preventDefault();
  const chosen = new Set(cards);
  const written = encodeClipboard(model.snapshot, bodies(chosen), chosen, mapId);
  if (cards.length > CLIPBOARD_LIMITS.cards || written.length > CLIPBOARD_LIMITS.characters) {
    problem(t, "tooMany");
    return;
  }
  const untitled = (type: Card["type"]) =>
    t("outline.untitled", { type: t(`cardType.${type}`).toLocaleLowerCase() });
  event.clipboardData.setData(CLIPBOARD_TYPE, written);
  event.clipboardData.setData("text/plain", encodeOutline(model.snapshot, chosen, untitled));
  if (event.type === "cut" && model.canEdit) workspaceStore.getState().askToRemove(cards);
  else notify({ subject: "clipboard", text: t("clipboard.copied", { count: cards.length }) });
}

function paste(event: ClipboardEvent, hands: Hands): void {
  const { model, mapId, t } = hands;
  if (!model.canEdit || !event.clipboardData) return;
  event.preventDefault();
  const card = model.snapshot.cards.get(cardOf(model.nav.activeRow()?.item) ?? ("" as CardId));
  const written = event.clipboardData.getData(CLIPBOARD_TYPE);
  if (written !== "") {
    const decoded = decodeClipboard(written);
    if (decoded.problem) problem(t, decoded.problem === "too_large" ? "tooMany" : "unreadable");
    else
      put(
        hands,
        { copied: decoded.copied, sameMap: decoded.copied.map === mapId, home: card?.id ?? null },
        0,
      );
    return;
  }
  const decoded = decodeOutline(event.clipboardData.getData("text/plain"));
  if (decoded.problem) {
    problem(t, decoded.problem === "too_large" ? "tooMany" : "empty");
    return;
  }
  const { copied, flattened } = outlineCards(decoded.lines, placeOfLines(card, model), mapId);
  put(hands, { copied, sameMap: true, home: null }, flattened);
}

/** Lines become the next step below the current card, or others of its kind beside it; under a heading, its type. */
function placeOfLines(card: Card | undefined, { outline, nav }: OutlineModel): OutlinePlace {
  const item = nav.activeRow()?.item;
  if (!card) {
    const type = item?.kind === "group" ? (item.group === "unplaced" ? "project" : item.group) : "note";
    return { type, level: item?.kind === "group" ? (item.level ?? null) : null, home: null };
  }
  const below = typeBelow(card.type);
  const type = below ?? card.type;
  const level = LANED_TYPES.has(type) && "level" in card ? (card.level ?? null) : null;
  return { type, level, home: below ? card.id : (outline.tree.parents.get(card.id) ?? null) };
}

interface PasteBelow {
  readonly copied: CopiedCards;
  readonly sameMap: boolean;
  /** Takes in the pasted cards that stand below none of the others, where it may hold them. */
  readonly home: CardId | null;
}

function pasteBelow(draft: MapDraft, { copied, sameMap, home }: PasteBelow): Pasted {
  const pasted = pasteCards(draft, { copied, sameMap, by: [28, 28] });
  const holder = home === null ? undefined : draft.cardKey(home, "type");
  const made = new Set<unknown>(pasted.cards);
  const tops = pasted.cards.filter(
    (card) =>
      !made.has(draft.cardKey(card, "home")) &&
      mayLink("part_of", draft.cardKey(card, "type") as Card["type"], holder as Card["type"]),
  );
  if (home !== null && tops.length > 0) moveCards(draft, { cards: tops, home });
  return pasted;
}

function put({ model, edit, undo, t }: Hands, input: PasteBelow, flattened: number): void {
  const pasted = edit(pasteBelow, input);
  const [first] = pasted?.cards ?? [];
  if (!pasted || !first) return;
  workspaceStore.getState().selectCards(pasted.cards);
  model.nav.reveal(pasted.cards.at(-1) ?? first);
  const { homesLost, linksLost } = pasted;
  const sentences = [
    t("clipboard.pasted", { count: pasted.cards.length }),
    homesLost > 0 && input.home === null ? t("clipboard.homesLost", { count: homesLost }) : "",
    linksLost > 0 ? t("clipboard.linksLost", { count: linksLost }) : "",
    flattened > 0 ? t("clipboard.flattened", { count: flattened }) : "",
  ];
  notify({
    text: sentences.filter((sentence) => sentence !== "").join(" "),
    action: { label: t("app.undo"), run: undo },
  });
}

function problem(t: TFunction, text: "tooMany" | "unreadable" | "empty"): void {
  notify({
    tone: "problem",
    subject: "clipboard",
    text: t(`clipboard.${text}`, { limit: CLIPBOARD_LIMITS.cards }),
  });
}
