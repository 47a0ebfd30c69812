/** What the view shows now, and what can be done with it. */
import { type Ask, asking } from "@trellis/shared/derive/ask";
import { missionScopes } from "@trellis/shared/derive/parts";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo } from "react";
import { useLiveMap, useSnapshot } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { today } from "../../workspace/today.ts";
import { useAddress } from "../../workspace/useAddress.ts";
import { type FundingAddress, readFunding, writeFunding } from "./fundingAddress.ts";
import { type FundingStoreApi, fundingStoreOf } from "./fundingStore.ts";

export interface FundingModel {
  readonly store: FundingStoreApi;
  readonly snapshot: MapSnapshot;
  readonly ask: Ask;
  /** The scope of every figure: a mission that is there, or "" for the whole map. */
  readonly scope: string;
  readonly missions: readonly CardId[];
  readonly address: FundingAddress;
  readonly choose: (patch: Partial<FundingAddress>) => void;
  readonly canEdit: boolean;
}

export function useFundingModel(): FundingModel {
  const live = useLiveMap();
  const canEdit = useCanEdit();
  const snapshot = useSnapshot();
  const [address, choose] = useAddress(readFunding, writeFunding);
  const day = today();
  const ask = useMemo(() => asking(snapshot, { today: day }), [snapshot, day]);
  const scopes = ask(missionScopes);
  const missions = useMemo(() => [...scopes.keys()], [scopes]);
  const scope = missions.some((mission) => mission === address.mission) ? address.mission : "";
  return { store: fundingStoreOf(live), snapshot, ask, scope, missions, address, choose, canEdit };
}
