import { LookBanner } from "./LookBanner.tsx";
import { LookCommands } from "./LookCommands.tsx";

/** What is not shown, and the commands that change it. Fetched after the map's first picture. */
export function LookBar() {
  return (
    <>
      <LookBanner />
      <LookCommands />
    </>
  );
}
