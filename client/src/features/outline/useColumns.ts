/** How much of each row there is room for; the names of rows say what is seen, so the style sheet alone cannot decide. */
import { type RefObject, useLayoutEffect, useState } from "react";
import { usePhone } from "../../ui/usePhone.ts";
import type { Columns } from "./outlineWords.ts";

/** Below this the title would have too little room beside all columns. */
const NARROW_REM = 62;

export function useColumns(outline: RefObject<HTMLElement | null>): Columns {
  const isPhone = usePhone();
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = outline.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setNarrow(element.clientWidth <= NARROW_REM * rem);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [outline]);
  if (isPhone) return "phone";
  return isNarrow ? "narrow" : "wide";
}
