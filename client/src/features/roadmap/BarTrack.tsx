/** A project or an instrument on the axis. Its ends, or all of it, can be dragged; dates stay as exact as they were. */
import { spanOf } from "@trellis/shared/derive/phaseBands";
import type { Bar } from "@trellis/shared/derive/timeline";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import { patternOf } from "./BarPatterns.tsx";
import styles from "./Roadmap.module.css";
import { barDates, barTone, datesText, statusText } from "./roadmapWords.ts";
import type { ChartRowProps } from "./rowProps.ts";
import { shiftedDates } from "./shiftDates.ts";
import { type BarShape, barShape, xOf } from "./timeScale.ts";
import { type Dragging, useBarDrag } from "./useBarDrag.ts";

interface BarTrackProps extends ChartRowProps {
  readonly bar: Bar;
}

const HEIGHT = { project: 14, instrument: 8 } as const;

export function BarTrack({ bar, scale, today, row, canEdit, actions }: BarTrackProps) {
  const { t } = useTranslation();
  const title = useMap((snapshot) => titleOf(snapshot, bar.card, t));
  const { dragging, onPointerDown } = useBarDrag(bar, scale, actions);
  const shownBar = dragged(bar, dragging);
  const shape = barShape(shownBar, scale, today);
  if (bar.fault && bar.from !== null)
    return (
      <span
        className={styles.faulty}
        style={{ left: xOf(scale, Math.min(bar.from, bar.to ?? bar.from)) }}
        data-text={datesText(bar, t)}
      />
    );
  if (!shape) return null;
  const canDrag = canEdit && bar.basis === "own";
  const words = [title, statusText(bar.status, t), barDates(shownBar, t)].join("\n");
  const { left, right } = ends(shape);
  return (
    <>
      <BarDrawing shape={shape} bar={bar} height={row.height} />
      <div
        className={styles.grip}
        data-bar={bar.card}
        data-can-drag={canDrag || undefined}
        title={words}
        style={{ left, width: Math.max(right - left, 12) }}
        {...(canDrag ? { onPointerDown } : {})}
      >
        {canDrag && bar.start && <span className={styles.edge} data-grip="start" />}
        {canDrag && bar.end && <span className={styles.edge} data-grip="end" />}
      </div>
      {dragging && (
        <span className={styles.dragged} style={{ left: right + 6 }} data-text={barDates(shownBar, t)} />
      )}
    </>
  );
}

/** The bar as it would lie if it were let go now. */
function dragged(bar: Bar, dragging: Dragging | null): Bar {
  const shifted = dragging ? shiftedDates(bar, dragging.grip, dragging.steps) : null;
  return shifted?.kind === "moved" ? { ...bar, ...spanOf(shifted.dates.start, shifted.dates.end) } : bar;
}

function ends({ known, open }: BarShape): { readonly left: number; readonly right: number } {
  const parts = [known, open].filter((part) => part !== null);
  return {
    left: Math.min(...parts.map(({ x }) => x)),
    right: Math.max(...parts.map(({ x, width }) => x + width)),
  };
}

function BarDrawing({
  shape,
  bar,
  height,
}: {
  readonly shape: BarShape;
  readonly bar: Bar;
  readonly height: number;
}) {
  const { left, right } = ends(shape);
  const tone = barTone(bar.status);
  const thick = HEIGHT[bar.type];
  const top = (height - thick) / 2;
  const { known, open } = shape;
  return (
    <svg
      className={styles.bar}
      style={{ left: left - 1 }}
      width={right - left + 2}
      height={height}
      data-status={tone}
      data-type={bar.type}
      aria-hidden="true"
    >
      {open && (
        <rect
          className={styles.open}
          x={open.x - left + 1}
          y={top + 0.5}
          width={open.width}
          height={thick - 1}
          data-whole={known === null || undefined}
        />
      )}
      {known && (
        <rect
          className={styles.known}
          x={known.x - left + 1}
          y={top}
          width={known.width}
          height={thick}
          rx="2"
          fill={patternOf(tone)}
          data-tone={tone}
        />
      )}
    </svg>
  );
}
