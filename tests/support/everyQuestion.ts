/*
 * Every derivation that answers a question about a map, with the arguments it is asked with: for tests that must hold
 * for all of them, and for measuring them together.
 */
import type { Ask, Question } from "@trellis/shared/derive/ask";
import { contributionCounts, wedge } from "@trellis/shared/derive/contributions";
import { dashboard } from "@trellis/shared/derive/dashboard";
import { decisions } from "@trellis/shared/derive/decisions";
import { dependencies } from "@trellis/shared/derive/dependencies";
import { handovers, nextPhases } from "@trellis/shared/derive/handovers";
import { healthCheck, healthMarks } from "@trellis/shared/derive/health/healthCheck";
import {
  indicatorRates,
  indicators,
  missionVerdicts,
  missionVerdictsOver,
} from "@trellis/shared/derive/indicators";
import { lensByChallenge, lenses, lensTable } from "@trellis/shared/derive/lensTags";
import { advantage } from "@trellis/shared/derive/levels";
import { library } from "@trellis/shared/derive/library";
import { actorLoads, orphanActors } from "@trellis/shared/derive/loads";
import { actorsByLevel, actorsBySector, matrixRows, phaseChoices } from "@trellis/shared/derive/matrix";
import { fundingFigures } from "@trellis/shared/derive/money/figures";
import { moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { pots } from "@trellis/shared/derive/money/pots";
import { DIMENSIONS, slices, stackBy } from "@trellis/shared/derive/money/slices";
import { successPayments } from "@trellis/shared/derive/money/success";
import { terms } from "@trellis/shared/derive/money/terms";
import { participation } from "@trellis/shared/derive/participation";
import { participationPlaces } from "@trellis/shared/derive/participationPlaces";
import { missionScopes, tree } from "@trellis/shared/derive/parts";
import { phaseBands } from "@trellis/shared/derive/phaseBands";
import { phaseMoney } from "@trellis/shared/derive/phaseMoney";
import { phaseShares } from "@trellis/shared/derive/phaseShares";
import { portfolio } from "@trellis/shared/derive/portfolio";
import { powerGaps, powers } from "@trellis/shared/derive/powers";
import { blockHints } from "@trellis/shared/derive/ratingHints";
import { ratedLenses, ratings } from "@trellis/shared/derive/ratings";
import { riskGrid } from "@trellis/shared/derive/riskGrid";
import { timeline } from "@trellis/shared/derive/timeline";

const PLAIN: Readonly<Record<string, Question<unknown>>> = {
  tree,
  healthCheck,
  healthMarks,
  dashboard,
  matrixRows,
  actorsByLevel,
  actorsBySector,
  phaseChoices,
  actorLoads,
  orphanActors,
  advantage,
  powers,
  powerGaps,
  lenses,
  ratedLenses,
  participation,
  participationPlaces,
  library,
  decisions,
  riskGrid,
  portfolio,
  phaseBands,
  timeline,
  dependencies,
  handovers,
  nextPhases,
  indicators,
  missionVerdicts,
  missionVerdictsOver,
  contributionCounts,
};

/** Asked of the whole map and of each mission. */
const OF_SCOPES: Readonly<Record<string, Question<unknown>>> = {
  moneyTree,
  fundingFigures,
  slices,
  pots,
  successPayments,
  terms,
};

/** The answer to everything, by what was asked. */
export function everything(ask: Ask): Map<string, unknown> {
  const answers = new Map<string, unknown>();
  for (const [name, question] of Object.entries(PLAIN)) answers.set(name, ask(question));
  for (const lens of ask(lenses).keys()) {
    answers.set(`lensTable ${lens}`, ask(lensTable, lens));
    answers.set(`lensByChallenge ${lens}`, ask(lensByChallenge, lens));
  }
  for (const lens of ask(ratedLenses).keys()) answers.set(`ratings ${lens}`, ask(ratings, lens));
  for (const { phase } of ask(phaseChoices)) {
    answers.set(`matrixRows ${phase}`, ask(matrixRows, phase));
    answers.set(`actorLoads ${phase}`, ask(actorLoads, phase));
  }
  for (const scope of ["", ...ask(missionScopes).keys()]) {
    for (const [name, question] of Object.entries(OF_SCOPES))
      answers.set(`${name} ${scope}`, ask(question, scope));
    for (const by of DIMENSIONS) answers.set(`stack ${by} ${scope}`, stackBy(ask, scope, by, "state"));
  }
  for (const { card, actuals } of ask(indicators)) {
    const odd = new Date(actuals.at(-1)?.day ?? 0).getUTCFullYear();
    answers.set(`indicatorRates ${card}`, ask(indicatorRates, card));
    answers.set(`indicatorRates ${card} ${odd}`, ask(indicatorRates, `${card} ${odd}`));
    answers.set(`wedge ${card} 25`, ask(wedge, `${card} 25`));
  }
  for (const mission of ask(missionScopes).keys()) {
    answers.set(`participation ${mission}`, ask(participation, mission));
    answers.set(`participationPlaces ${mission}`, ask(participationPlaces, mission));
    answers.set(`blockHints ${mission}`, ask(blockHints, mission));
    answers.set(`phaseShares ${mission}`, ask(phaseShares, mission));
    answers.set(`phaseMoney ${mission}`, ask(phaseMoney, mission));
  }
  return answers;
}
