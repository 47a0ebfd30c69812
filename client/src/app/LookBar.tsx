import type { Folds } from "../workspace/shownNow.ts";
import { LookBanner } from "./LookBanner.tsx";
import { LookCommands } from "./LookCommands.tsx";

/** What is not shown, and the commands that change it. Fetched after the map's first picture. */
export function LookBar({ folds }: { readonly folds: Folds }) {
  return (
    <>
      <LookBanner folds={folds} />
      <LookCommands />
    </>
  );
}
