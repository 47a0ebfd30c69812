/** The dialogs of the map as a whole: palette, keys, share. */
import { can } from "@trellis/shared/access/can";
import { Suspense } from "react";
import { useRole } from "../document/useSaveState.ts";
import { followStore } from "../presence/followStore.ts";
import { later } from "../ui/later.tsx";
import { openedStore, useOpened } from "./openedStore.ts";

const Palette = later(async () => (await import("../features/palette/index.ts")).Palette);
const KeyMap = later(async () => (await import("../features/palette/index.ts")).KeyMap);
const ShareDialog = later(async () => (await import("../features/share/index.ts")).ShareDialog);

/** What somebody chooses to see is their own movement; commands of being together are not. */
const moveOn = (commandId: string | null) => {
  if (!commandId?.startsWith("together.")) followStore.getState().stop();
};

export function Dialogs({ mapId }: { readonly mapId: string }) {
  const dialog = useOpened();
  const role = useRole();
  const { close } = openedStore.getState();
  return (
    <Suspense>
      {dialog === "palette" && <Palette onClose={close} onRun={moveOn} />}
      {dialog === "keys" && <KeyMap onClose={close} />}
      {dialog === "share" && can(role, "link.create") && <ShareDialog mapId={mapId} onClose={close} />}
    </Suspense>
  );
}
