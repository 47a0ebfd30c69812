import type { Folds } from "../workspace/shownNow.ts";
import { LensLegend } from "./LensLegend.tsx";
import { LookBanner } from "./LookBanner.tsx";
import { LookCommands } from "./LookCommands.tsx";

interface LookBarProps {
  readonly folds: Folds;
  readonly isColoured: boolean;
}

/** What is not shown, what colours mean, and the commands that change it. Fetched after the map's first picture. */
export function LookBar({ folds, isColoured }: LookBarProps) {
  return (
    <>
      <LookBanner folds={folds} />
      {isColoured && <LensLegend />}
      <LookCommands />
    </>
  );
}
