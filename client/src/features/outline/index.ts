import texts from "../../locales/en/outline.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("outline", texts);

export { Outline } from "./Outline.tsx";
