import texts from "../../locales/en/roadmap.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("roadmap", texts);

export { Roadmap } from "./Roadmap.tsx";
