/**
 * When this person was on a map before, kept in this browser as `<end of the visit before> <last sign of life>`. Times
 * less than half an hour apart are one visit, so that loading the page again does not begin another.
 */
import { recall, remember } from "../ui/remembered.ts";

const SAME_VISIT_MS = 30 * 60_000;

const keyOf = (mapId: string) => `trellis.visit.${mapId}`;

interface Visits {
  readonly before: number | null;
  readonly seen: number | null;
}

/** A time that can be one; what else is kept counts as nothing. */
function timeOf(text: string | undefined, now: number): number | null {
  const time = Number(text);
  return text !== undefined && /^\d{1,15}$/.test(text) && time > 0 && time <= now ? time : null;
}

function read(mapId: string, now: number): Visits {
  const [before, seen] = (recall(keyOf(mapId)) ?? "").split(" ");
  return { before: timeOf(before, now), seen: timeOf(seen, now) };
}

/** Says that this person is here now, and answers when the visit before this one ended; null on the first. */
export function noteVisit(mapId: string, now: number = Date.now()): number | null {
  const { before, seen } = read(mapId, now);
  const last = seen !== null && now - seen > SAME_VISIT_MS ? seen : before;
  remember(keyOf(mapId), `${last ?? 0} ${now}`);
  return last;
}
