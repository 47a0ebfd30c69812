import texts from "../../locales/en/indicators.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("indicators", texts);

export { Indicators } from "./Indicators.tsx";
export { PathWatch } from "./PathWatch.tsx";
