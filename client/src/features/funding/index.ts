import texts from "../../locales/en/funding.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("funding", texts);

export { Funding } from "./Funding.tsx";
