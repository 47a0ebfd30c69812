/** Asking things of the open map. A view renders again only when the answer is another one. */
import { answer, type Context, type Question } from "@trellis/shared/derive/ask";
import { useMap } from "../document/useMap.ts";
import { today } from "./today.ts";
import { touchesStore, useTouches } from "./touchesStore.ts";

/**
 * What is known besides the map. When cards were last looked through is known once the server has said so; when missions
 * last reported and where actors stand is not known here.
 */
export function contextNow(): Context {
  const { lastReviewed } = touchesStore.getState();
  return lastReviewed ? { today: today(), lastReviewed } : { today: today() };
}

export function useAnswer<Value>(asked: Question<Value>, argument = ""): Value {
  useTouches(({ lastReviewed }) => lastReviewed);
  return useMap((snapshot) => answer(asked, snapshot, contextNow(), argument));
}
