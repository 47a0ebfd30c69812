import texts from "../../locales/en/join.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("join", texts);

export { EnterPage } from "./EnterPage.tsx";
export { JoinPage } from "./JoinPage.tsx";
