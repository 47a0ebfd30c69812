/** The edge between view and panel: dragged, or moved by arrow keys. This browser remembers the width. */
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../ui/usePhone.ts";
import styles from "./Inspector.module.css";
import { keepChoice, keptChoice } from "./keptChoice.ts";

const LEAST = 320;
const MOST = 640;
const USUAL = 352;
const STEP = 16;

const within = (width: number): number => Math.round(Math.min(MOST, Math.max(LEAST, width)));

export function ResizeHandle() {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const [width, setWidth] = useState(() => within(Number(keptChoice("panel.width")) || USUAL));
  const [dragging, setDragging] = useState(false);
  useLayoutEffect(() => {
    document.documentElement.style.setProperty("--panel", `${width}px`);
  }, [width]);
  if (isPhone) return null;
  const settle = (next: number) => {
    setWidth(within(next));
    keepChoice("panel.width", String(within(next)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: MOST, End: LEAST }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    settle(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    if (!dragging) return;
    setDragging(false);
    settle(innerWidth - event.clientX);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between texts cannot be moved; a separator with a value can
    <div
      className={styles.resize}
      role="separator"
      aria-orientation="vertical"
      aria-label={t("inspector.resize")}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={width}
      tabIndex={0}
      data-dragging={dragging || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => dragging && setWidth(within(innerWidth - event.clientX))}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => settle(USUAL)}
    />
  );
}
