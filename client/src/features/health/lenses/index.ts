import texts from "../../../locales/en/lensView.json";
import { addTexts } from "../../../ui/lateTexts.ts";

addTexts("lensView", texts);

export { LensesPart } from "./LensesPart.tsx";
