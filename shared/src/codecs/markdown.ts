/**
 * The mission tree as a document for a committee: numbered, with who answers for each item, and "not known" wherever
 * the map does not say. Nothing of the tree is left out; cards without a place in it have a section of their own.
 */
import { type Responsibilities, responsibilities } from "../derive/responsibility.ts";
import { type MissionTree, missionTree, treeNumbers } from "../derive/tree.ts";
import { compareText } from "../lib/order.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import type { Body } from "../schema/body.ts";
import { CARD_TYPES, ENUMS, type ResponsibilityRole } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";
import { countOf, labelOf, NOT_KNOWN } from "./labels.ts";
import { bodyBlocks, indented, inline, paragraphs } from "./markdownText.ts";
import { SourceList } from "./sourceList.ts";

export interface DocumentOptions {
  /** The day for which "accountable" is answered, where it changes with the phases: `2026-01-31`. */
  readonly today: string;
}

/** Deepest level that is set in further; what lies deeper is told by its number. */
const DEEPEST = 8;

/** The whole mission tree as Markdown. */
export function encodeMarkdown(
  snapshot: MapSnapshot,
  bodies: ReadonlyMap<CardId, Body>,
  options: DocumentOptions,
): string {
  const tree = missionTree(snapshot.cards);
  const writer = new TreeWriter(snapshot, bodies, tree, responsibilities(snapshot, tree, options.today));
  return `${[
    ...head(snapshot, options.today),
    ...others(snapshot),
    ...tree.missions.flatMap((id) => writer.mission(id)),
    ...(tree.missions.length === 0 ? ["The map has no mission yet."] : []),
    ...section(
      "Not placed in the tree",
      tree.unplaced.flatMap((id) => writer.branch(id, 0)),
    ),
    ...section("Actors", writer.actors()),
    ...section("Sources cited", writer.sources.lines()),
  ].join("\n\n")}\n`;
}

const section = (title: string, blocks: readonly string[]): string[] =>
  blocks.length === 0 ? [] : [`## ${title}`, ...blocks];

function head({ settings }: MapSnapshot, today: string): string[] {
  return [
    `# ${inline(settings.title) || "Untitled map"}`,
    `Place: ${inline(settings.place ?? "") || NOT_KNOWN}. Figures as of: ${inline(settings.asOf ?? "") || NOT_KNOWN}. Responsibilities as of: ${today}.`,
    ...paragraphs(settings.description ?? ""),
  ];
}

/** What the map holds besides: a reader should know that this is not all of it. */
function others(snapshot: MapSnapshot): string[] {
  const told = new Set(["mission", "challenge", "project", "instrument", "actor"]);
  const counts = CARD_TYPES.filter((type) => !told.has(type)).flatMap((type) => {
    const count = [...snapshot.cards.values()].filter((card) => card.type === type).length;
    return count > 0 ? [countOf(count, type)] : [];
  });
  return counts.length === 0
    ? []
    : [`The map also holds ${counts.join(", ")}; they are not part of this document.`];
}

class TreeWriter {
  readonly sources: SourceList;
  readonly #numbers: ReadonlyMap<CardId, string>;
  readonly #snapshot: MapSnapshot;
  readonly #bodies: ReadonlyMap<CardId, Body>;
  readonly #tree: MissionTree;
  readonly #duties: Responsibilities;

  constructor(
    snapshot: MapSnapshot,
    bodies: ReadonlyMap<CardId, Body>,
    tree: MissionTree,
    duties: Responsibilities,
  ) {
    this.sources = new SourceList(snapshot.settings.sources ?? []);
    this.#snapshot = snapshot;
    this.#bodies = bodies;
    this.#tree = tree;
    this.#duties = duties;
    this.#numbers = treeNumbers(tree);
  }

  /** A mission with everything below it. */
  mission(id: CardId): string[] {
    const card = this.#snapshot.cards.get(id);
    if (card?.type !== "mission") return [];
    const years = `${card.startYear ?? NOT_KNOWN} to ${card.targetYear ?? NOT_KNOWN}`;
    return [
      `## ${this.#numbers.get(id)} ${this.#title(card)}`,
      `Statement: ${inline(card.statement ?? "") || NOT_KNOWN}`,
      `${this.#says(card)}; years: ${years}; ${this.#duty(id)}`,
      ...this.#texts(card),
      ...(this.#tree.children.get(id) ?? []).flatMap((child) => this.branch(child, 0)),
    ];
  }

  /** A card and everything below it as list items; siblings of one another stay one list. */
  branch(root: CardId, depth: number): string[] {
    const blocks: string[] = [];
    const waiting: [CardId, number][] = [[root, depth]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [id, level] = next;
      blocks.push(this.#item(id, Math.min(level, DEEPEST)));
      const children = this.#tree.children.get(id) ?? [];
      for (const child of children.toReversed()) waiting.push([child, level + 1]);
    }
    return blocks;
  }

  #item(id: CardId, depth: number): string {
    const card = this.#snapshot.cards.get(id) as Card;
    const number = this.#numbers.get(id);
    const name = `**${number === undefined ? "" : `${number} `}${this.#title(card)}**`;
    const line = `- ${name} — ${this.#says(card)}; ${this.#duty(id)}`;
    const below = this.#texts(card).map((text) => indented(text, 2));
    return indented([line, ...below].join("\n\n"), depth * 2);
  }

  #title(card: Card): string {
    const title = inline(card.title) || "Untitled";
    return "placeholder" in card && card.placeholder ? `${title} (a prompt, not yet edited)` : title;
  }

  /** Type, status and level in words. */
  #says(card: Card): string {
    const status = "status" in card ? card.status : null;
    const level = "level" in card ? card.level : null;
    return [
      labelOf(card.type),
      status ? labelOf(status).toLowerCase() : `status ${NOT_KNOWN}`,
      level ? labelOf(level).toLowerCase() : `level ${NOT_KNOWN}`,
    ].join(", ");
  }

  #duty(id: CardId): string {
    const names = (role: ResponsibilityRole) => {
      const titles = this.#duties.holders(id, role).map((actor) => {
        const card = this.#snapshot.cards.get(actor);
        return card ? this.#title(card) : NOT_KNOWN;
      });
      return `${labelOf(role)}: ${titles.length === 0 ? NOT_KNOWN : titles.join(", ")}`;
    };
    return `${names("accountable")}; ${names("responsible")}`;
  }

  /** Summary, text and source. */
  #texts(card: Card): string[] {
    const body = this.#bodies.get(card.id);
    const cited = [card.source, "statusSource" in card ? card.statusSource : null].flatMap((source) =>
      source ? [this.sources.cite(source)] : [],
    );
    return [
      ...paragraphs(card.summary ?? ""),
      ...(body ? bodyBlocks(body) : []),
      ...(cited.length === 0 ? [] : [`Source: ${[...new Set(cited)].join(", ")}`]),
    ];
  }

  /** Actors by level, each with the items it answers for. */
  actors(): string[] {
    const actors = [...this.#snapshot.cards.values()].filter((card) => card.type === "actor");
    const rank = (card: Card) => {
      const level = "level" in card ? card.level : null;
      return level ? ENUMS.level.indexOf(level) : ENUMS.level.length;
    };
    actors.sort(
      (one, other) =>
        rank(one) - rank(other) || compareText(one.title, other.title) || compareText(one.id, other.id),
    );
    const answers = new Map<CardId, string[]>();
    for (const id of this.#tree.all) {
      for (const actor of this.#duties.holders(id, "accountable")) {
        const name = this.#numbers.get(id) ?? this.#title(this.#snapshot.cards.get(id) as Card);
        answers.set(actor, [...(answers.get(actor) ?? []), name]);
      }
    }
    const lines = actors.map((card) => {
      const words = (["kind", "sector", "level"] as const).map((field) => {
        const value = card[field];
        return value ? labelOf(value).toLowerCase() : `${field} ${NOT_KNOWN}`;
      });
      const held = answers.get(card.id);
      return `- **${this.#title(card)}** — ${words.join(", ")}${held ? `; Accountable for: ${held.join(", ")}` : ""}`;
    });
    return lines.length === 0 ? [] : [lines.join("\n")];
  }
}
