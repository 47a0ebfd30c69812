/** The words of exported documents for listed values: English, derived from the value unless said otherwise here. */
import type { CardType, ResponsibilityRole } from "../schema/enums.ts";

/** What a document says where the map says nothing. */
export const NOT_KNOWN = "not known";

const OWN_WORDS: Readonly<Record<string, string>> = {
  city_region: "City-region",
  planning_policy: "Planning policy",
  in_kind: "In kind",
  waste_circular: "Waste and circular economy",
};

/** "in_delivery" as "In delivery". */
export const labelOf = (value: string): string =>
  Object.hasOwn(OWN_WORDS, value)
    ? (OWN_WORDS[value] as string)
    : value.charAt(0).toUpperCase() + value.slice(1).replaceAll("_", " ");

const PLURALS: Readonly<Record<CardType, string>> = {
  grand_challenge: "grand challenges",
  mission: "missions",
  challenge: "challenges",
  project: "projects",
  instrument: "instruments",
  actor: "actors",
  indicator: "indicators",
  funding: "sources of funding",
  risk: "risks",
  evidence: "pieces of evidence",
  decision: "decisions",
  note: "notes",
};

/** "1 project", "2 projects". */
export function countOf(count: number, type: CardType): string {
  if (count !== 1) return `${count} ${PLURALS[type]}`;
  const one = type === "funding" ? "source of funding" : type === "evidence" ? "piece of evidence" : type;
  return `1 ${one.replace("_", " ")}`;
}

/** The heading over several cards of a type. */
export const headingOf = (type: CardType): string => labelOf(PLURALS[type]);

export const ROLE_LETTERS: Readonly<Record<ResponsibilityRole, string>> = {
  accountable: "A",
  responsible: "R",
  consulted: "C",
  informed: "I",
  champion: "★",
  convenor: "◆",
};
