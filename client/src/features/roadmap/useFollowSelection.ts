/** The selection is one for all views: a card that is selected elsewhere becomes the current row. */
import type { CardId } from "@trellis/shared/schema/ids";
import { useShowSelected } from "../../workspace/useRevealing.ts";
import { cardOfRow } from "./roadmapRows.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

export function useFollowSelection(model: RoadmapModel): void {
  useShowSelected((card) => reveal(model, card));
}

/** Opens the lane a card stands in and makes it current; what the roadmap does not have is left alone. */
function reveal({ store, timeline, rows, actions }: RoadmapModel, id: CardId): void {
  const { active, folded } = store.getState();
  const current = rows.rows.find(({ key }) => key === active);
  if (current && cardOfRow(current) === id) return;
  const row = rows.rows.find((one) => one.kind !== "fault" && cardOfRow(one) === id);
  const lanes = timeline.missions.flatMap((one) => one.lanes);
  const lane = lanes.find(({ bars }) => bars.some(({ card }) => card === id));
  const key = rows.rows.find((one) => one.kind === "lane" && one.challenge === lane?.challenge)?.key;
  if (row) actions.go(row.key);
  else if (lane && key !== undefined && folded.has(key)) {
    actions.fold(key, false);
    actions.go(id);
  }
}
