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
    const place = (view: View) => {
      if (lanes.current) placeLanes(lanes.current, layout, view, stage.size.width);
      if (columns.current) placeColumns(columns.current, layout, view, stage.size.width);
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

function placeLanes(box: HTMLElement, layout: LaneLayout, view: View, width: number): void {
  const left = layout.lanesX * view.zoom + view.x;
  const first = layout.columns.find(({ x }) => x >= layout.lanesX);
  // Far out the room before the first column is narrow: the names then stand in two lines of smaller type.
  const room = first ? (first.x - layout.lanesX) * view.zoom : Number.POSITIVE_INFINITY;
  const laneRoom = `${Math.round(Math.max(40, room - 5))}px`;
  // Written for each step of a pan it would have all names styled anew.
  if (box.style.getPropertyValue("--lane-room") !== laneRoom) {
    box.style.setProperty("--lane-room", laneRoom);
  }
  const isNarrow = String(room < LABEL_WIDTH);
  if (box.dataset.narrow !== isNarrow) box.dataset.narrow = isNarrow;
  for (const [index, lane] of layout.lanes.entries()) {
    const label = box.children[index] as HTMLElement | undefined;
    const top = lane.y * view.zoom + view.y;
    const bottom = top + lane.height * view.zoom;
    const y = Math.max(top + LANE_TOP, Math.min(LANE_TOP + 22, bottom - LABEL_HEIGHT - 2));
    const x = Math.max(left + (room < LABEL_WIDTH ? 4 : LANE_LEFT), EDGE);
    show(label, x, y, bottom - top > LABEL_HEIGHT && x < width - 20 && bottom > LABEL_HEIGHT);
  }
}

function placeColumns(box: HTMLElement, layout: LaneLayout, view: View, width: number): void {
  for (const [index, column] of layout.columns.entries()) {
    const label = box.children[index] as HTMLElement | undefined;
    const x = column.x * view.zoom + view.x;
    const own = layout.bounds.y * view.zoom + view.y - 22;
    const y = Math.max(4, own);
    // Pushed down over the cards it needs a ground of its own.
    label?.toggleAttribute("data-held", own < 4);
    const reach = column.width * view.zoom;
    const next = layout.columns[index + 1];
    const crowded = next && label && (next.x - column.x) * view.zoom < label.textContent.length * LETTER;
    const at = Math.max(x, Math.min(EDGE, x + reach - LABEL_WIDTH));
    show(
      label,
      at,
      y,
      !crowded && (own >= 4 || at >= EDGE - 4) && reach > 24 && x < width && x + reach > LABEL_WIDTH,
    );
  }
}

function show(label: HTMLElement | undefined, x: number, y: number, shown: boolean): void {
  if (!label) return;
  label.style.visibility = shown ? "visible" : "hidden";
  if (shown) label.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
