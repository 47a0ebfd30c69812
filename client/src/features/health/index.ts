import texts from "../../locales/en/health.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("health", texts);

export { CardFindings } from "./CardFindings.tsx";
export { Health } from "./Health.tsx";
export { HealthWatch } from "./HealthWatch.tsx";
export { LensWatch } from "./LensWatch.tsx";
