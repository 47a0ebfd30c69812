/** Reads a pasted block and asks how it writes numbers or dates where that is not clear. Nothing is written before. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify.ts";
import { UNKNOWN_WRITING, type Writing } from "./cellReader.ts";
import { BlockTooLong, type PastedBlock, type PasteTarget, pastedBlock } from "./pastedBlock.ts";

/** A block waiting for the answer how its numbers or dates are written. */
export interface PasteQuestion {
  readonly asks: PastedBlock["asks"];
  readonly answer: (writing: Partial<Writing>) => void;
  /** Brings the block in with what is unclear left as marked cells. */
  readonly leaveMarked: () => void;
  readonly cancel: () => void;
}

/** `bringIn` gets a block that has rows, and the place that was given with its text. */
export function usePasteQuestion<Place>(
  targetAt: (place: Place) => PasteTarget,
  bringIn: (block: PastedBlock, place: Place) => void,
): { readonly question: PasteQuestion | null; readonly take: (text: string, place: Place) => void } {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<{ text: string; place: Place; writing: Writing } | null>(null);
  const take = (text: string, place: Place, writing: Writing, ask: boolean) => {
    const target = targetAt(place);
    const block = readBlock(text, target, writing);
    if (block instanceof BlockTooLong) {
      setWaiting(null);
      notify({
        tone: "problem",
        text: t("inspector.pasted.tooMany", { rows: block.rows, limit: target.limit }),
      });
    } else if (ask && (block.asks.number !== null || block.asks.date !== null))
      setWaiting({ text, place, writing });
    else {
      setWaiting(null);
      if (block.rows.length > 0) bringIn(block, place);
    }
  };
  const asked = waiting && readBlock(waiting.text, targetAt(waiting.place), waiting.writing);
  const question: PasteQuestion | null =
    waiting && asked && !(asked instanceof BlockTooLong)
      ? {
          asks: asked.asks,
          answer: (writing) => take(waiting.text, waiting.place, { ...waiting.writing, ...writing }, true),
          leaveMarked: () => take(waiting.text, waiting.place, waiting.writing, false),
          cancel: () => setWaiting(null),
        }
      : null;
  return { question, take: (text, place) => take(text, place, UNKNOWN_WRITING, true) };
}

function readBlock(text: string, target: PasteTarget, writing: Writing): PastedBlock | BlockTooLong {
  try {
    return pastedBlock(text, target, writing);
  } catch (error) {
    if (error instanceof BlockTooLong) return error;
    throw error;
  }
}
