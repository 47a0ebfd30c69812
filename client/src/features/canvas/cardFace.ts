/**
 * What a card says on the canvas, worked out from the map: its title, where it stands, what hangs on it.
 * Pure; words are left to the catalogue (`canvas.remark.*`, `enum.*`), so a face is the same in every language.
 */
import { childrenOf, type MissionTree } from "@trellis/shared/derive/tree";
import type { CardType, ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { Card, Link } from "@trellis/shared/schema/values";
import { type CardStatus, statusOf } from "../../workspace/cardStatus.ts";
import type { LensMark } from "../../workspace/lensMarkStore.ts";
import type { CardPath } from "../../workspace/pathStore.ts";

/** One short statement: a key under `canvas.remark` and what to fill in. */
export interface Remark {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface CardFace {
  readonly type: CardType;
  readonly title: string;
  /** The card is a prompt that waits to be replaced. */
  readonly placeholder: boolean;
  readonly level: string | null;
  readonly status: CardStatus | null;
  readonly remarks: readonly Remark[];
  /** Two letters for an actor's disc. */
  readonly initials: string | null;
  /** Findings of the health check that fail or warn; 0 as well while marks are hidden or nothing is known. */
  readonly findings: number;
  /** Its values of the lens that colours the map; null as well while none does. */
  readonly lens: LensMark | null;
  /** How it stands on the path of an indicator that measures it; null where none says anything. */
  readonly path: CardPath | null;
}

/** The face of `card`; `links` are those that start or end at it. */
export function cardFace(
  card: Card,
  links: readonly Link[],
  tree: MissionTree,
  cards: CardLookup,
  findings = 0,
  lens: LensMark | null = null,
  path: CardPath | null = null,
): CardFace {
  return {
    type: card.type,
    title: card.title,
    placeholder: card.placeholder === true,
    level: "level" in card ? (card.level ?? null) : null,
    status: statusOf(card),
    remarks: remarksOf(card, links, tree, cards),
    initials: card.type === "actor" ? initialsOf(card.title) : null,
    findings,
    lens,
    path,
  };
}

type CardLookup = Pick<ReadonlyMap<Card["id"], Card>, "get">;

function remarksOf(card: Card, links: readonly Link[], tree: MissionTree, cards: CardLookup): Remark[] {
  switch (card.type) {
    case "mission":
      return [
        ...(card.targetYear ? [{ key: "byYear", values: { year: String(card.targetYear) } }] : []),
        ...below(card, tree, cards, "challenge"),
      ];
    case "challenge": {
      const found = [...below(card, tree, cards, "project"), ...below(card, tree, cards, "instrument")];
      return found.length > 0 ? found : [{ key: "noProject", values: {} }];
    }
    case "grand_challenge":
      return counted("answeredBy", incoming(card, links, "addresses"));
    case "project":
    case "instrument":
      return card.status ? [] : [{ key: "noStatus", values: {} }];
    case "actor":
      return actorRemarks(card, links);
    default:
      return satelliteRemarks(card, links);
  }
}

const counted = (key: string, count: number): Remark[] => (count > 0 ? [{ key, values: { count } }] : []);

function below(card: Card, tree: MissionTree, cards: CardLookup, type: CardType): Remark[] {
  let count = 0;
  for (const child of childrenOf(tree, card.id)) if (cards.get(child)?.type === type) count++;
  return counted(type, count);
}

const incoming = (card: Card, links: readonly Link[], type: Link["type"]): number =>
  links.filter((link) => link.type === type && link.to === card.id).length;

const ROLE_ORDER: readonly ResponsibilityRole[] = [
  "accountable",
  "responsible",
  "convenor",
  "champion",
  "consulted",
  "informed",
];

/** The two weightiest things an actor does. Several links to one card (phases) count once. */
function actorRemarks(card: Card, links: readonly Link[]): Remark[] {
  const found: Remark[] = [];
  for (const role of ROLE_ORDER) {
    const targets = new Set(
      links
        .filter((link) => link.type === "responsible" && link.role === role && link.from === card.id)
        .map((link) => link.to),
    );
    found.push(...counted(role, targets.size));
  }
  found.push(...counted("provides", links.filter((link) => link.type === "provides").length));
  return found.length > 0 ? found.slice(0, 2) : [{ key: "noRole", values: {} }];
}

function satelliteRemarks(card: Card, links: readonly Link[]): Remark[] {
  switch (card.type) {
    case "indicator": {
      const latest = card.actuals?.findLast((point) => point.value !== null && point.value !== undefined);
      if (!latest) return [{ key: "noValue", values: {} }];
      const values = {
        value: latest.value ?? 0,
        unit: card.unit ?? "",
        date: (latest.date ?? "").slice(0, 4),
      };
      return [{ key: "latest", values }];
    }
    case "funding":
      return typeof card.total?.amount === "number"
        ? [
            {
              key: "total",
              values: { value: card.total.amount, currency: card.total.currency ?? card.currency ?? "" },
            },
          ]
        : [{ key: "noAmount", values: {} }];
    case "risk":
      return card.likelihood && card.impact
        ? [{ key: "score", values: { likelihood: card.likelihood, impact: card.impact } }]
        : [{ key: "notRated", values: {} }];
    case "evidence":
      return card.year ? [{ key: "year", values: { year: card.year } }] : counted("supports", links.length);
    case "decision":
      return card.date ? [{ key: "date", values: { date: card.date } }] : [];
    default:
      return [];
  }
}

const SMALL_WORDS = new Set(["of", "for", "and", "the", "in", "on", "at", "to", "de", "la", "und"]);

/** Up to two letters: of the first two words that carry meaning. Works by code point, so any script is whole. */
export function initialsOf(title: string): string {
  const words = title
    .replace(/\(.*?\)/g, " ")
    .split(/[\s\-/&,.]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !SMALL_WORDS.has(word.toLowerCase()));
  const letters = words
    .slice(0, 2)
    .map((word) => Array.from(word).find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? "");
  return letters.join("").toUpperCase();
}

/** True when both say the same, so that a view can keep the older value. */
export const sameFace = (one: CardFace, other: CardFace): boolean =>
  one.title === other.title &&
  one.placeholder === other.placeholder &&
  one.level === other.level &&
  one.type === other.type &&
  one.findings === other.findings &&
  one.lens === other.lens &&
  one.path === other.path &&
  one.status?.value === other.status?.value &&
  one.remarks.length === other.remarks.length &&
  one.remarks.every((remark, index) => sameRemark(remark, other.remarks[index]));

const sameRemark = (one: Remark, other: Remark | undefined): boolean =>
  other !== undefined &&
  one.key === other.key &&
  Object.keys(one.values).length === Object.keys(other.values).length &&
  Object.entries(one.values).every(([name, value]) => other.values[name] === value);
