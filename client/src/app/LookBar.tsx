import type { Folds } from "../workspace/shownNow.ts";
import { LensLegend } from "./LensLegend.tsx";
import { LookBanner } from "./LookBanner.tsx";
import { LookCommands } from "./LookCommands.tsx";

interface LookBarProps {
  readonly folds: Folds;
  /** The view says itself how many of its cards are shown, of types of its own choice. */
  readonly counts: boolean;
  readonly isColoured: boolean;
}

/** What is not shown, what colours mean, and the commands that change it. Fetched after the map's first picture. */
export function LookBar({ folds, counts, isColoured }: LookBarProps) {
  return (
    <>
      <LookBanner folds={folds} counts={counts} />
      {isColoured && <LensLegend />}
      <LookCommands />
    </>
  );
}
