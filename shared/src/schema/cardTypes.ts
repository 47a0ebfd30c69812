/**
 * The twelve card types and their fields. The order of fields is the order in which a form shows them.
 * Rich text (`description`), place on the canvas (`pos`) and home are not fields: the document keeps them apart.
 */
import { CARD_TYPES, type CardType } from "./enums.ts";
import {
  cardOf,
  currency,
  date,
  type Fields,
  flag,
  group,
  lenses,
  longText,
  manyOf,
  money,
  number,
  oneOf,
  openList,
  phaseReference,
  records,
  rows,
  source,
  TITLE_TEXT,
  text,
  whole,
  words,
} from "./fields.ts";
import { point } from "./records.ts";

/** Fields of every card, shown first. */
const first = { title: text(TITLE_TEXT), summary: text(2000) } as const;
/** Fields of every card, shown last. */
const last = {
  lenses: lenses(),
  lensSource: source(),
  figures: records("figure"),
  source: source(),
  note: longText(),
  placeholder: flag(),
} as const;

const level = oneOf("level");
const year = () => whole(1000, 3000);

export const CARD_FIELDS = {
  grand_challenge: { ...first, ...last },
  mission: {
    ...first,
    statement: text(2000),
    level,
    status: oneOf("status"),
    statusSource: source(),
    startYear: year(),
    targetYear: year(),
    place: text(),
    baseCurrency: currency(),
    cost: money(),
    theoryOfChange: longText(),
    phases: records("phase"),
    participation: records("participation"),
    assessments: records("assessment"),
    rubric: group({
      scale: rows({ score: whole(0, 4), label: text(120), meaning: text(2000) }),
      method: longText(),
      source: source(),
    }),
    ...last,
  },
  challenge: {
    ...first,
    level,
    status: oneOf("status"),
    statusSource: source(),
    domains: openList("domain"),
    phase: phaseReference(),
    participation: records("participation"),
    diagnostic: group({ questions: words(2000), source: source() }),
    ...last,
  },
  project: {
    ...first,
    level,
    kind: oneOf("projectKind"),
    status: oneOf("status"),
    statusSource: source(),
    maturity: oneOf("maturity"),
    start: date(),
    end: date(),
    phase: phaseReference(),
    domains: openList("domain"),
    cost: money(),
    functionsNeeded: manyOf("function"),
    leversNeeded: manyOf("lever"),
    contributions: records("contribution"),
    participation: records("participation"),
    targetGroups: words(),
    theme: text(),
    themeSource: source(),
    riskReward: group({ risksBorneBy: text(2000), rewardsGoTo: text(2000), conditions: text(2000) }),
    ...last,
  },
  instrument: {
    ...first,
    level,
    kind: oneOf("instrumentKind"),
    status: oneOf("instrumentStatus"),
    statusSource: source(),
    start: date(),
    phase: phaseReference(),
    functions: manyOf("function"),
    leversNeeded: manyOf("lever"),
    contributions: records("contribution"),
    ...last,
  },
  actor: {
    ...first,
    level,
    sector: oneOf("sector"),
    kind: oneOf("actorKind"),
    stakeholderClass: oneOf("stakeholderClass"),
    functions: manyOf("function"),
    levers: records("lever"),
    place: text(),
    orgId: text(80),
    ...last,
  },
  indicator: {
    ...first,
    kind: oneOf("indicatorKind"),
    unit: text(80),
    direction: oneOf("direction"),
    path: oneOf("path"),
    cadenceMonths: whole(0, 1200, "months"),
    lagMonths: whole(0, 1200, "months"),
    baseline: group(point),
    targets: records("point"),
    actuals: records("point"),
    dataSource: text(),
    disaggregation: words(),
    ...last,
  },
  funding: {
    ...first,
    kind: oneOf("financeKind"),
    currency: currency(),
    total: money(),
    conditions: text(2000),
    payOn: group({ indicatorId: cardOf("indicator"), threshold: number(), amount: number() }),
    ...last,
  },
  risk: {
    ...first,
    kind: oneOf("riskKind"),
    likelihood: whole(1, 5, "points"),
    impact: whole(1, 5, "points"),
    response: oneOf("riskResponse"),
    reviewDate: date(),
    ...last,
  },
  evidence: {
    ...first,
    kind: oneOf("evidenceKind"),
    year: date(),
    group: text(),
    caseProfile: group({
      region: text(),
      size: text(),
      governance: text(2000),
      civilSociety: text(2000),
      contactRole: text(),
    }),
    lesson: longText(),
    transferable: group({ verdict: oneOf("transferable"), why: text(2000) }),
    links: records("reference"),
    ...last,
  },
  decision: {
    ...first,
    status: oneOf("decisionStatus"),
    date: date(),
    options: words(2000),
    outcome: text(2000),
    rationale: longText(),
    reviewDate: date(),
    participation: records("participation"),
    ...last,
  },
  note: { ...first, workshopId: text(64), convertedTo: cardOf(...CARD_TYPES), ...last },
} as const satisfies Record<CardType, Fields>;

export type CardFields<Type extends CardType> = (typeof CARD_FIELDS)[Type];

/** The field tables without their exact types, for code that walks them. */
export const fieldsOfCard = (type: CardType): Fields => CARD_FIELDS[type];

/** Types that have a home in the mission tree. */
export const HOMED_TYPES: ReadonlySet<CardType> = new Set(["challenge", "project", "instrument"]);

/** Types whose level decides the lane they stand in. */
export const LANED_TYPES: ReadonlySet<CardType> = new Set(["project", "instrument", "actor"]);
