/** What the roadmap shows now, and what can be done with it. Renders anew only when something in time changes. */

import { type Dependency, dependencies } from "@trellis/shared/derive/dependencies";
import { type Handover, handovers } from "@trellis/shared/derive/handovers";
import { type Timeline, timeline } from "@trellis/shared/derive/timeline";
import { firstDay } from "@trellis/shared/schema/days";
import type { CardId } from "@trellis/shared/schema/ids";
import { type RefObject, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { today } from "../../workspace/today.ts";
import { useAddress } from "../../workspace/useAddress.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { useShownCards } from "../../workspace/useShownCards.ts";
import { RoadmapActions } from "./actions.ts";
import { type RoadmapAddress, readRoadmap, writeRoadmap } from "./roadmapAddress.ts";
import { type RoadmapRows, roadmapRows } from "./roadmapRows.ts";
import { type RoadmapStoreApi, roadmapStoreOf } from "./roadmapStore.ts";

export interface RoadmapModel {
  readonly store: RoadmapStoreApi;
  readonly address: RoadmapAddress;
  readonly choose: (patch: Partial<RoadmapAddress>) => void;
  readonly canEdit: boolean;
  readonly timeline: Timeline;
  readonly rows: RoadmapRows;
  /** What each card needs, and what needs it. */
  readonly needs: ReadonlyMap<CardId, readonly Dependency[]>;
  readonly neededBy: ReadonlyMap<CardId, readonly Dependency[]>;
  readonly handovers: ReadonlyMap<CardId, readonly Handover[]>;
  /** In milliseconds. */
  readonly today: number;
  readonly actions: RoadmapActions;
  /** The chart's element takes the keyboard. */
  readonly chart: RefObject<HTMLDivElement | null>;
}

export function useRoadmapModel(): RoadmapModel {
  const { t } = useTranslation();
  const live = useLiveMap();
  const store = roadmapStoreOf(live);
  const edit = useEdit();
  const canEdit = useCanEdit();
  const [address, choose] = useAddress(readRoadmap, writeRoadmap);
  const told = useAnswer(timeline);
  const links = useAnswer(dependencies);
  const changes = useAnswer(handovers);
  const { shown } = useShownCards("shown");
  const folded = useStore(store, (state) => state.folded);
  const { mission } = address;
  const rows = useMemo(
    () => roadmapRows(told.missions, { mission, folded, shown }),
    [told, mission, folded, shown],
  );
  const needs = useMemo(() => Map.groupBy(links, ({ card }) => card), [links]);
  const neededBy = useMemo(() => Map.groupBy(links, (link) => link.needs), [links]);
  const byCard = useMemo(() => Map.groupBy(changes, ({ card }) => card), [changes]);
  const actions = useMemo(
    () => new RoadmapActions(store, edit, () => live.getSnapshot(), t),
    [store, edit, live, t],
  );
  const chart = useRef<HTMLDivElement>(null);
  const day = firstDay(today());
  return {
    store,
    address,
    choose,
    canEdit,
    timeline: told,
    rows,
    needs,
    neededBy,
    handovers: byCard,
    today: day,
    actions,
    chart,
  };
}
