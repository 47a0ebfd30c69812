/** What the library shows now, and what can be done with it. */
import { type Ask, asking } from "@trellis/shared/derive/ask";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { useMemo } from "react";
import { useSnapshot } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { today } from "../../workspace/today.ts";
import { useAddress } from "../../workspace/useAddress.ts";
import { type LibraryAddress, readLibrary, writeLibrary } from "./libraryAddress.ts";

export interface LibraryModel {
  readonly snapshot: MapSnapshot;
  readonly ask: Ask;
  readonly canEdit: boolean;
  readonly address: LibraryAddress;
  readonly choose: (patch: Partial<LibraryAddress>) => void;
}

export function useLibraryModel(): LibraryModel {
  const snapshot = useSnapshot();
  const canEdit = useCanEdit();
  const [address, choose] = useAddress(readLibrary, writeLibrary);
  const day = today();
  const ask = useMemo(() => asking(snapshot, { today: day }), [snapshot, day]);
  return useMemo(
    () => ({ snapshot, ask, canEdit, address, choose }),
    [snapshot, ask, canEdit, address, choose],
  );
}
