/** Asking things of the open map. A view renders again only when the answer is another one. */
import { answer, type Context, type Question } from "@trellis/shared/derive/ask";
import { useMap } from "../document/useMap.ts";
import { today } from "./today.ts";

/** What is known besides the map. When cards were last looked through and where actors stand is not known here. */
export const contextNow = (): Context => ({ today: today() });

export const useAnswer = <Value>(asked: Question<Value>, argument = ""): Value =>
  useMap((snapshot) => answer(asked, snapshot, contextNow(), argument));
