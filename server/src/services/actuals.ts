// Figures that come from outside: actuals of an indicator, brought in by a council's own data job. An ordinary edit of
// the document, as one transaction: everybody connected sees it, and a refusal leaves the map as it was.
import { OpError } from "@trellis/shared/ops/opError";
import { putRecords } from "@trellis/shared/ops/records";
import type { ReportActuals, ReportedActuals } from "@trellis/shared/protocol/api";
import { lastDay } from "@trellis/shared/schema/days";
import { type CardId, isId, type MapId } from "@trellis/shared/schema/ids";
import type { Actor } from "../ports/actor.ts";
import type { LiveMaps } from "../ports/liveMaps.ts";
import type { MapStore } from "../ports/mapStore.ts";
import { requireMap } from "./access.ts";
import { ServiceError } from "./errors.ts";

export interface ActualPorts {
  readonly mapStore: MapStore;
  readonly liveMaps: Pick<LiveMaps, "edit">;
  readonly now: () => number;
}

type Actuals = ReportActuals["actuals"];

/** Two values for one date and source in one report: whichever came last would win by chance. */
function refuseContradictions(actuals: Actuals): void {
  const values = new Map<string, number>();
  for (const { date, source, value } of actuals) {
    const occasion = JSON.stringify([lastDay(date), source]);
    const before = values.get(occasion);
    if (before !== undefined && before !== value) {
      throw new ServiceError(
        "invalid_actuals",
        `The report gives two values for ${date} from the source "${source}": ${before} and ${value}. Send one of them.`,
      );
    }
    values.set(occasion, value);
  }
}

function refusalOf(error: OpError): ServiceError {
  if (error.code === "unknown_card") {
    return new ServiceError("unknown_card", "There is no such card on this map. It may have been removed.");
  }
  if (error.code === "unknown_field") {
    return new ServiceError(
      "not_an_indicator",
      "This card is not an indicator, so it has no actuals. Open the indicator on the map and take its id from there.",
    );
  }
  if (error.misfit?.code === "too_many") {
    return new ServiceError(
      "list_full",
      `An indicator holds at most ${error.misfit.limit} actuals; with these it would hold more. Nothing was changed.`,
    );
  }
  return new ServiceError("invalid_actuals", `The report cannot be taken: ${error.message}`);
}

/**
 * Brings actuals in; one with the date and source of one there takes its place, so a report sent twice changes nothing.
 * @throws ServiceError `unknown_map`, `not_allowed`, `unknown_card`, `not_an_indicator`, `list_full`, `invalid_actuals`
 */
export async function reportActuals(
  { mapStore, liveMaps, now }: ActualPorts,
  actor: Actor,
  mapId: MapId,
  card: string,
  actuals: Actuals,
): Promise<ReportedActuals> {
  await requireMap(mapStore, actor, mapId, "map.edit", now());
  refuseContradictions(actuals);
  try {
    const { added, replaced } = await liveMaps.edit(mapId, actor, (draft) => {
      if (!isId(card)) throw new OpError("unknown_card", "There is no such card.");
      return putRecords(draft, { card: card as CardId, list: "actuals", records: actuals, inPlace: true });
    });
    return { added, replaced };
  } catch (error) {
    if (error instanceof OpError) throw refusalOf(error);
    throw error;
  }
}
