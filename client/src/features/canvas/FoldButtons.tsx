/** On a folded map: the number of projects and instruments of each mission and challenge, which shows or folds them. */
import { foldedCounts } from "@trellis/shared/derive/folding";
import type { CardId } from "@trellis/shared/schema/ids";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { lookStore, useLook } from "../../workspace/lookStore.ts";
import styles from "./FoldButtons.module.css";
import type { Stage } from "./stage.ts";

/** 24 pixels at the furthest zoom at which cards are elements of the page. */
const LARGEST = 2.7;

interface Fold {
  readonly id: CardId;
  readonly title: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

export function FoldButtons({ stage }: { readonly stage: Stage }) {
  const isFolded = useLook((state) => state.unfolded !== null && !state.focus && !state.path);
  return isFolded ? createPortal(<Buttons stage={stage} />, stage.cards.root) : null;
}

function Buttons({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation();
  const [folds, setFolds] = useState<readonly Fold[]>([]);
  const unfolded = useLook((state) => state.unfolded);
  useEffect(() => keepLarge(stage), [stage]);
  useEffect(() => {
    const follow = () => setFolds(foldsOf(stage));
    follow();
    return stage.onScene(follow);
  }, [stage]);
  return folds.map(({ id, title, count, x, y }) => {
    const isOpen = unfolded?.includes(id) === true;
    return (
      <button
        key={id}
        type="button"
        className={styles.fold}
        style={{ translate: `${x}px ${y}px` }}
        // One tab stop for the canvas: U does the same by keyboard.
        tabIndex={-1}
        data-canvas-control
        data-fold={id}
        aria-expanded={isOpen}
        aria-label={t(isOpen ? "look.foldOne" : "look.unfoldOne", { title })}
        onClick={(event) => lookStore.getState().unfold(id, event.shiftKey ? "stay" : "fold")}
      >
        {isOpen ? "−" : `+${count}`}
      </button>
    );
  });
}

/** The further away, the larger against the cards, so that a button can be hit at every zoom at which it shows. */
function keepLarge(stage: Stage): () => void {
  let last = 0;
  const follow = ({ zoom }: { readonly zoom: number }) => {
    if (zoom === last) return;
    last = zoom;
    stage.cards.root.style.setProperty("--fold-scale", String(Math.min(LARGEST, Math.max(1, 0.95 / zoom))));
  };
  follow(stage.view);
  return stage.onView(follow);
}

function foldsOf({ scene }: Stage): Fold[] {
  const found: Fold[] = [];
  for (const [id, count] of foldedCounts(scene.snapshot, scene.tree)) {
    const rect = scene.grid.rect(id);
    const title = scene.card(id)?.title ?? "";
    if (rect) found.push({ id, title, count, x: rect.x + rect.width, y: rect.y + rect.height / 2 });
  }
  return found;
}
