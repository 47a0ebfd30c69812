/** The server closed the map for good: why, and what is left to do. Edits it never took can still be copied. */
import { CLOSE } from "@trellis/shared/protocol/closeCodes";
import { Suspense } from "react";
import { useSaveState } from "../document/useSaveState.ts";
import { later } from "../ui/later.tsx";
import { Problem } from "./Problem.tsx";

const LostWords = later(async () => (await import("./LostWords.tsx")).LostWords);

const NAMES: Readonly<Record<number, string>> = {
  [CLOSE.loginNeeded]: "loginNeeded",
  [CLOSE.accessRemoved]: "accessRemoved",
  [CLOSE.unknownMap]: "unknownMap",
  [CLOSE.mapDeleted]: "mapDeleted",
  [CLOSE.clientTooOld]: "clientTooOld",
};

export function MapEnded({ code }: { readonly code: number }) {
  const { pending } = useSaveState();
  return (
    <Problem name={NAMES[code] ?? "closed"} reload={code === CLOSE.clientTooOld || !(code in NAMES)}>
      {pending > 0 && (
        <Suspense>
          <LostWords />
        </Suspense>
      )}
    </Problem>
  );
}
