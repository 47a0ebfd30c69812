import texts from "../../locales/en/library.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("library", texts);

export { Library } from "./Library.tsx";
