/** Who last touched which card of a map, and saying of cards that they are still right. */
import { type MapTouchesAnswer, mapTouchesSchema } from "@trellis/shared/protocol/api";
import type { CardId } from "@trellis/shared/schema/ids";
import { command, request } from "./request.ts";

const pathOf = (mapId: string) => `/api/maps/${encodeURIComponent(mapId)}`;

/** `after`: what an earlier answer named as `next`; without it, everything. @throws ApiProblem */
export const readTouches = (mapId: string, after: string | null): Promise<MapTouchesAnswer> =>
  request(
    "GET",
    `${pathOf(mapId)}/touches${after === null ? "" : `?after=${encodeURIComponent(after)}`}`,
    mapTouchesSchema,
  );

/** @throws ApiProblem */
export const confirmCards = (mapId: string, cards: readonly CardId[]): Promise<void> =>
  command("POST", `${pathOf(mapId)}/confirm`, { cards });
