import texts from "../../locales/en/dashboard.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("dashboard", texts);

export { Dashboard } from "./Dashboard.tsx";
