// biome-ignore-all lint/a11y/noStaticElementInteractions: for the pointer alone; keys have Alt with the arrows on the head
// biome-ignore-all lint/a11y/useKeyWithClickEvents: as above
/** The right edge of a head: drawn, it makes the column wider or narrower; a double press gives it its usual width. */
import { type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { remPixels } from "./gridPlaces.ts";
import styles from "./Table.module.css";

interface HeadGripProps {
  /** Width of the column as it is drawn, in pixels. */
  readonly width: number;
  /** In rem; null: the usual one. */
  readonly give: (width: number | null) => void;
}

export function HeadGrip({ width, give }: HeadGripProps) {
  const { t } = useTranslation();
  const drawn = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const end = () => {
    drawn.current = null;
  };
  return (
    <span
      className={styles.edge}
      data-edge
      aria-hidden="true"
      title={t("table.edge")}
      onPointerDown={(event: PointerEvent<HTMLSpanElement>) => {
        if (event.button !== 0) return;
        // The focus stays where it is, and no text is marked on the way.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drawn.current = { from: event.clientX, width };
      }}
      onPointerMove={(event) => {
        const start = drawn.current;
        if (start) give((start.width + event.clientX - start.from) / remPixels());
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => give(null)}
    />
  );
}
