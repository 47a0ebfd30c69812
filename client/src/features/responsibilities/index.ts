import texts from "../../locales/en/responsibilities.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("responsibilities", texts);

export { Responsibilities } from "./Responsibilities.tsx";
