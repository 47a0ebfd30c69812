import texts from "../../../locales/en/participation.json";
import { addTexts } from "../../../ui/lateTexts.ts";

addTexts("participation", texts);

export { ParticipationPart } from "./ParticipationPart.tsx";
