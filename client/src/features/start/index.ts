import texts from "../../locales/en/start.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("start", texts);

export { SaveTemplateDialog } from "./SaveTemplateDialog.tsx";
export { StartPage } from "./StartPage.tsx";
