/** Reads a pasted block and asks what is not clear: how it writes numbers, dates and sums, and what its heads mean. Nothing is written before. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify.ts";
import {
  BlockTooLong,
  NO_ANSWERS,
  type PasteAnswers,
  type PasteAsks,
  type PastedBlock,
  type PasteTarget,
  pastedBlock,
} from "./pastedBlock.ts";

/** A block waiting for an answer. */
export interface PasteQuestion {
  readonly asks: PasteAsks;
  /** Fields one may choose for a column whose head names none. */
  readonly choices: NonNullable<PasteTarget["choices"]>;
  readonly answer: (answers: Partial<PasteAnswers>) => void;
  /** Brings the block in with what is unclear left as marked cells. */
  readonly leaveMarked: () => void;
  readonly cancel: () => void;
}

interface Waiting<Place> {
  readonly text: string;
  readonly place: Place;
  readonly answers: PasteAnswers;
}

const isAsking = ({ number, date, currency, heads, columns }: PasteAsks): boolean =>
  [number, date, currency, heads].some((one) => one !== null) || columns.length > 0;

/** `bringIn` gets a block that has rows, and the place that was given with its text. `cancelled` once it is called off. */
export function usePasteQuestion<Place>(
  targetAt: (place: Place) => PasteTarget,
  bringIn: (block: PastedBlock, place: Place) => void,
  cancelled: () => void = () => undefined,
): { readonly question: PasteQuestion | null; readonly take: (text: string, place: Place) => void } {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<Waiting<Place> | null>(null);
  const take = (next: Waiting<Place>, ask: boolean) => {
    const target = targetAt(next.place);
    const block = readBlock(next, target);
    if (block instanceof BlockTooLong) {
      setWaiting(null);
      notify({
        tone: "problem",
        text: t("inspector.pasted.tooMany", { rows: block.rows, limit: target.limit }),
      });
    } else if (ask && isAsking(block.asks)) setWaiting(next);
    else {
      setWaiting(null);
      if (block.rows.length > 0) bringIn(block, next.place);
    }
  };
  const target = waiting && targetAt(waiting.place);
  const asked = waiting && target && readBlock(waiting, target);
  const question: PasteQuestion | null =
    waiting && asked && !(asked instanceof BlockTooLong)
      ? {
          asks: asked.asks,
          choices: target.choices ?? [],
          answer: (answers) => take({ ...waiting, answers: { ...waiting.answers, ...answers } }, true),
          leaveMarked: () => take(waiting, false),
          cancel: () => {
            setWaiting(null);
            cancelled();
          },
        }
      : null;
  return { question, take: (text, place) => take({ text, place, answers: NO_ANSWERS }, true) };
}

function readBlock<Place>(
  { text, answers }: Waiting<Place>,
  target: PasteTarget,
): PastedBlock | BlockTooLong {
  try {
    return pastedBlock(text, target, answers);
  } catch (error) {
    if (error instanceof BlockTooLong) return error;
    throw error;
  }
}
