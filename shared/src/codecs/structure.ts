/**
 * A map file without what happened: the cards, their words, levels, roles and links stay, and what was true of one
 * place at one time goes. For templates that others begin from.
 */
import type { MapFile } from "../schema/mapFile.ts";

/** Fields of cards, links and the map that hold a state, a date, a sum or a measurement. */
const OF_ITS_TIME: ReadonlySet<string> = new Set([
  "status",
  "statusSource",
  "maturity",
  "startYear",
  "targetYear",
  "start",
  "end",
  "date",
  "reviewDate",
  "asOf",
  "years",
  "cost",
  "total",
  "amount",
  "payOn",
  "figures",
  "baseline",
  "targets",
  "actuals",
  "contributions",
  "participation",
  "assessments",
  "likelihood",
  "impact",
  "outcome",
  "currencyRates",
]);

function without<Values extends object>(values: Values): Values {
  const kept = Object.entries(values).filter(([name]) => !OF_ITS_TIME.has(name));
  return Object.fromEntries(kept) as Values;
}

/** A phase keeps its name and focus; responsibilities point at it. */
const withoutDates = (phases: unknown): unknown =>
  Array.isArray(phases) ? phases.map((phase) => without(phase as object)) : phases;

/** The structure of a map: a file that makes a map of the same cards, homes and links. */
export function structureOf(file: MapFile): MapFile {
  return {
    ...file,
    settings: without(file.settings),
    cards: file.cards.map((card) => {
      const { phases, ...kept } = without(card);
      return phases === undefined ? kept : { ...kept, phases: withoutDates(phases) };
    }) as MapFile["cards"],
    links: file.links.map(without),
  };
}
