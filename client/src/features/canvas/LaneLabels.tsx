/**
 * The names of lanes and columns. They stay at the edge of the screen while their lane or column is in sight, so it can
 * always be told where one is. Placed by style alone: a pan costs no render.
 */
import type { LaneLayout } from "@trellis/shared/derive/lanes";
import { memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Canvas.module.css";
import type { View } from "./geometry.ts";
import type { Stage } from "./stage.ts";

const LANE_LEFT = 14;
const LANE_TOP = 8;
const LABEL_HEIGHT = 18;
const LABEL_WIDTH = 96;
/** Width of a letter, roughly. */
const LETTER = 6.2;
/** Free of the toolbar. */
const EDGE = 64;

export const LaneLabels = memo(function LaneLabels({ stage }: { readonly stage: Stage | null }) {
  const { t } = useTranslation();
  const [layout, setLayout] = useState<LaneLayout | null>(null);
  const lanes = useRef<HTMLDivElement>(null);
  const columns = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!stage) return;
    const follow = () => setLayout(stage.scene.layout);
    follow();
    return stage.onScene(follow);
  }, [stage]);

  useEffect(() => {
    if (!stage || !layout) return;
    const rows = lanes.current && new Labels(lanes.current);
    const heads = columns.current && new Labels(columns.current);
    const place = (view: View) => {
      if (rows) placeLanes(rows, layout, view, stage.size.width);
      if (heads) placeColumns(heads, layout, view, stage.size.width);
    };
    place(stage.view);
    return stage.onView(place);
  }, [stage, layout]);

  if (!layout || !stage || stage.scene.snapshot.cards.size === 0) return null;
  return (
    <>
      <div ref={lanes} className={styles.laneLabels} aria-hidden="true">
        {layout.lanes.map(({ level }) => (
          <span key={level} className={styles.laneLabel} data-lane={level}>
            {t(`canvas.lane.${level}`)}
          </span>
        ))}
      </div>
      <div ref={columns} className={styles.columnLabels} aria-hidden="true">
        {layout.columns.map(({ type }) => (
          <span key={type} className={styles.columnLabel} data-column={type}>
            {t(`canvas.column.${type}`, { count: stage.scene.tree.missions.length })}
          </span>
        ))}
      </div>
    </>
  );
});

function placeLanes(labels: Labels, layout: LaneLayout, view: View, width: number): void {
  const left = layout.lanesX * view.zoom + view.x;
  const first = layout.columns.find(({ x }) => x >= layout.lanesX);
  // Far out the room before the first column is narrow: the names then stand in two lines of smaller type.
  const room = first ? (first.x - layout.lanesX) * view.zoom : Number.POSITIVE_INFINITY;
  labels.keepRoom(Math.round(Math.max(40, room - 5)), room < LABEL_WIDTH);
  const x = Math.max(left + (room < LABEL_WIDTH ? 4 : LANE_LEFT), EDGE);
  for (const [index, lane] of layout.lanes.entries()) {
    const top = lane.y * view.zoom + view.y;
    const bottom = top + lane.height * view.zoom;
    const y = Math.max(top + LANE_TOP, Math.min(LANE_TOP + 22, bottom - LABEL_HEIGHT - 2));
    labels.show(index, x, y, bottom - top > LABEL_HEIGHT && x < width - 20 && bottom > LABEL_HEIGHT);
  }
}

function placeColumns(labels: Labels, layout: LaneLayout, view: View, width: number): void {
  const own = layout.bounds.y * view.zoom + view.y - 22;
  const y = Math.max(4, own);
  for (const [index, column] of layout.columns.entries()) {
    const x = column.x * view.zoom + view.x;
    // Pushed down over the cards it needs a ground of its own.
    labels.hold(index, own < 4);
    const reach = column.width * view.zoom;
    const next = layout.columns[index + 1];
    const crowded = next && (next.x - column.x) * view.zoom < labels.length(index) * LETTER;
    const at = Math.max(x, Math.min(EDGE, x + reach - LABEL_WIDTH));
    labels.show(
      index,
      at,
      y,
      !crowded && (own >= 4 || at >= EDGE - 4) && reach > 24 && x < width && x + reach > LABEL_WIDTH,
    );
  }
}

interface Label {
  readonly element: HTMLElement;
  readonly length: number;
  shown: boolean;
  held: boolean;
  x: number;
  y: number;
}

/** Knows what was written last: each step of a pan touches only the labels that it moves. */
class Labels {
  readonly #box: HTMLElement;
  readonly #labels: readonly Label[];
  #room = "";

  constructor(box: HTMLElement) {
    this.#box = box;
    this.#labels = [...box.children].map((child) => {
      const element = child as HTMLElement;
      element.style.visibility = "hidden";
      element.removeAttribute("data-held");
      return {
        element,
        length: element.textContent.length,
        shown: false,
        held: false,
        x: Number.NaN,
        y: Number.NaN,
      };
    });
  }

  keepRoom(room: number, isNarrow: boolean): void {
    const said = `${room} ${isNarrow}`;
    if (said === this.#room) return;
    this.#room = said;
    this.#box.style.setProperty("--lane-room", `${room}px`);
    this.#box.dataset.narrow = String(isNarrow);
  }

  length(index: number): number {
    return this.#labels[index]?.length ?? 0;
  }

  hold(index: number, held: boolean): void {
    const label = this.#labels[index];
    if (!label || label.held === held) return;
    label.held = held;
    label.element.toggleAttribute("data-held", held);
  }

  show(index: number, wantedX: number, wantedY: number, shown: boolean): void {
    const label = this.#labels[index];
    if (!label) return;
    if (label.shown !== shown) label.element.style.visibility = shown ? "visible" : "hidden";
    label.shown = shown;
    const [x, y] = [Math.round(wantedX), Math.round(wantedY)];
    if (!shown || (label.x === x && label.y === y)) return;
    label.x = x;
    label.y = y;
    label.element.style.transform = `translate(${x}px, ${y}px)`;
  }
}
