/** The thirty checks of a mission map, in their order. Titles, reasons and sources are the client's catalogue's. */
import { assumptions } from "./assumptions.ts";
import { baselines } from "./baselines.ts";
import { boldMission } from "./boldMission.ts";
import { buyIn } from "./buyIn.ts";
import { challengesActed } from "./challengesActed.ts";
import { champion } from "./champion.ts";
import type { Check } from "./check.ts";
import { citizens } from "./citizens.ts";
import { comparativeAdvantage } from "./comparativeAdvantage.ts";
import { costsCovered } from "./costsCovered.ts";
import { crossSector } from "./crossSector.ts";
import { decisionsClosed } from "./decisionsClosed.ts";
import { grandChallenge } from "./grandChallenge.ts";
import { handover } from "./handover.ts";
import { intermediary } from "./intermediary.ts";
import { learning } from "./learning.ts";
import { threeFocusAreas, threeSpheres } from "./lensSpread.ts";
import { levelsOfGovernment } from "./levelsOfGovernment.ts";
import { liveAccountability } from "./liveAccountability.ts";
import { measurable } from "./measurable.ts";
import { moneyMix } from "./moneyMix.ts";
import { challengesAccounted, projectsAccounted } from "./oneAccountable.ts";
import { onPath } from "./onPath.ts";
import { overload } from "./overload.ts";
import { recentValues } from "./recentValues.ts";
import { roomToExperiment } from "./roomToExperiment.ts";
import { sharedRisk } from "./sharedRisk.ts";
import { sourcedFigures } from "./sourcedFigures.ts";
import { timeBound } from "./timeBound.ts";

export const CHECKS: readonly Check[] = [
  boldMission,
  grandChallenge,
  timeBound,
  measurable,
  baselines,
  recentValues,
  onPath,
  challengesActed,
  projectsAccounted,
  challengesAccounted,
  liveAccountability,
  levelsOfGovernment,
  comparativeAdvantage,
  champion,
  intermediary,
  citizens,
  roomToExperiment,
  costsCovered,
  crossSector,
  threeSpheres,
  threeFocusAreas,
  buyIn,
  handover,
  moneyMix,
  sharedRisk,
  assumptions,
  learning,
  overload,
  sourcedFigures,
  decisionsClosed,
];
