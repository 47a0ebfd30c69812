/** What a row of the roadmap is drawn from, for all of its parts. */
import type { Dependency } from "@trellis/shared/derive/dependencies";
import type { Handover } from "@trellis/shared/derive/handovers";
import type { RefObject } from "react";
import type { RoadmapActions } from "./actions.ts";
import type { RoadmapRow } from "./roadmapRows.ts";
import type { TimeScale } from "./timeScale.ts";

export interface ChartRowProps {
  readonly row: RoadmapRow;
  readonly scale: TimeScale;
  readonly today: number;
  readonly actions: RoadmapActions;
  readonly chart: RefObject<HTMLDivElement | null>;
  readonly canEdit: boolean;
  readonly needs: readonly Dependency[] | undefined;
  readonly handovers: readonly Handover[] | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly position: number;
  readonly size: number;
}
