/** Asking things of the open map. A view renders again only when the answer is another one. */
import { answer, type Context, type Question } from "@trellis/shared/derive/ask";
import { useMap } from "../document/useMap.ts";

const twoDigits = (part: number): string => String(part).padStart(2, "0");

/** The day on this person's calendar, `2026-01-31`. */
function today(now = new Date()): string {
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
}

/** What is known besides the map. When cards were last looked through and where actors stand is not known here. */
export const contextNow = (): Context => ({ today: today() });

export const useAnswer = <Value>(asked: Question<Value>, argument = ""): Value =>
  useMap((snapshot) => answer(asked, snapshot, contextNow(), argument));
