/**
 * A map as a picture: the same places as on the canvas, in one SVG file without scripts, fonts or links to anywhere.
 * All text of the map is escaped; nothing a person typed can become markup.
 */
import type { CardBox, LaneLayout } from "../derive/laneBoxes.ts";
import { laneLayout, SHOWN_BY_DEFAULT } from "../derive/lanes.ts";
import { type Responsibilities, responsibilities } from "../derive/responsibility.ts";
import { type MissionTree, missionTree } from "../derive/tree.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import { CARD_TYPES, type CardType } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import type { Card } from "../schema/values.ts";
import { countOf, headingOf, labelOf, ROLE_LETTERS } from "./labels.ts";
import { type Caption, drawCard, INK, MUTED } from "./svgCards.ts";
import { drawLinks } from "./svgLinks.ts";
import { wrapText } from "./wrapText.ts";
import { xmlText } from "./xml.ts";

const MARGIN = 40;
const HEADER = 96;
const HEADINGS = 32;
const FOOTER = 36;

export interface PictureOptions {
  /** Types to draw; the six of the overview when left out. */
  readonly shown?: ReadonlySet<CardType>;
  /** The day for which duties are drawn: those of other phases are left out. `2026-01-31` */
  readonly today: string;
}

/** The whole map as SVG text. */
export function encodeSvg(snapshot: MapSnapshot, options: PictureOptions): string {
  const shown = options.shown ?? SHOWN_BY_DEFAULT;
  const tree = missionTree(snapshot.cards);
  const layout = laneLayout(snapshot, { shown, tree });
  const { bounds } = layout;
  const left = bounds.x - MARGIN;
  const top = bounds.y - HEADINGS - HEADER;
  const width = bounds.width + 2 * MARGIN;
  const height = bounds.height + HEADINGS + HEADER + FOOTER + MARGIN;
  const duties = responsibilities(snapshot, tree, options.today);
  const links = drawLinks(snapshot, tree, duties, layout.cards);
  const caption = captionsFor(snapshot, tree, duties);
  const cards = [...layout.cards.values()].map((box) => drawnCard(snapshot, box, caption));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="map-title map-words" font-family="Public Sans, sans-serif">`,
    `<title id="map-title">${xmlText(snapshot.settings.title || "Untitled map")}</title>`,
    `<desc id="map-words">${xmlText(wordsFor(snapshot, layout))}</desc>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#ffffff"/>`,
    header(snapshot, left + MARGIN, top, width - 2 * MARGIN),
    bands(layout),
    `<g fill="none">\n${links.lines}\n</g>`,
    laneNames(layout),
    cards.join("\n"),
    links.letters,
    legend(left + MARGIN, bounds.y + bounds.height + FOOTER),
    "</svg>",
  ].join("\n")}\n`;
}

function drawnCard(snapshot: MapSnapshot, box: CardBox, caption: Caption): string {
  const card = snapshot.cards.get(box.id);
  return card ? drawCard(card, box, caption) : "";
}

/** What the picture shows, for people who do not see it; the mission tree in words is another export. */
function wordsFor(snapshot: MapSnapshot, layout: LaneLayout): string {
  const counts = new Map<CardType, number>();
  for (const box of layout.cards.values()) counts.set(box.type, (counts.get(box.type) ?? 0) + 1);
  const said = CARD_TYPES.flatMap((type) => {
    const count = counts.get(type);
    return count ? [countOf(count, type)] : [];
  });
  const about = snapshot.settings.place ? ` for ${snapshot.settings.place}` : "";
  const list = said.length === 0 ? "no cards" : said.join(", ");
  return `Mission map${about} with ${list}, in lanes by level of government.`;
}

function header(snapshot: MapSnapshot, x: number, top: number, width: number): string {
  const { title, place, asOf } = snapshot.settings;
  const [line = ""] = wrapText(title || "Untitled map", width, 26, 1, true);
  const [below] = wrapText([place, asOf ? `as of ${asOf}` : ""].filter(Boolean).join(" · "), width, 15, 1);
  const subtitle = below
    ? `<text x="${x}" y="${top + 72}" font-size="15" fill="${MUTED}">${xmlText(below)}</text>`
    : "";
  return `<text x="${x}" y="${top + 48}" font-size="26" font-weight="700" fill="${INK}">${xmlText(line)}</text>${subtitle}`;
}

function bands(layout: LaneLayout): string {
  const { lanesX: x, lanesWidth: width } = layout;
  const drawn = layout.lanes.map((lane, index) => {
    const fill = index % 2 === 0 ? "#fafaf8" : "#f4f5f1";
    const rule = index === 0 ? "" : `<path d="M${x} ${lane.y}h${width}" stroke="#e4e3de"/>`;
    return `<rect x="${x}" y="${lane.y}" width="${width}" height="${lane.height}" fill="${fill}"/>${rule}`;
  });
  const headings = layout.columns.map((column) => {
    const words = column.type === "project" ? "Projects and instruments" : headingOf(column.type);
    return `<text x="${column.x}" y="-12" font-size="13" fill="${MUTED}">${words}</text>`;
  });
  return [...drawn, ...headings].join("\n");
}

/** Names of the lanes, over the lines that pass, each on a ground of its own. */
function laneNames(layout: LaneLayout): string {
  return layout.lanes
    .map((lane, index) => {
      const fill = index % 2 === 0 ? "#fafaf8" : "#f4f5f1";
      const [x, y] = [layout.lanesX + 14, lane.y + 30];
      return `<rect x="${x - 6}" y="${y - 16}" width="98" height="22" fill="${fill}"/><text x="${x}" y="${y}" font-size="13" font-weight="600" fill="${MUTED}">${labelOf(lane.level)}</text>`;
    })
    .join("\n");
}

/** What a card says of its place in the map. */
function captionsFor(snapshot: MapSnapshot, tree: MissionTree, duties: Responsibilities): Caption {
  const projects = new Map<CardId, number>();
  for (const id of tree.all) {
    const parent = tree.parents.get(id);
    if (parent && snapshot.cards.get(id)?.type === "project") {
      projects.set(parent, (projects.get(parent) ?? 0) + 1);
    }
  }
  return (card: Card) => {
    if (card.type === "challenge") return countOf(projects.get(card.id) ?? 0, "project");
    if (card.type === "mission") return card.targetYear ? `by ${card.targetYear}` : "";
    if (card.type === "grand_challenge") return "Grand challenge";
    if (card.type === "instrument") return card.kind ? labelOf(card.kind) : "Instrument";
    if (card.type !== "actor") return "";
    const count = duties.load.get(card.id) ?? 0;
    return count > 0 ? `accountable for ${count}` : card.kind ? labelOf(card.kind) : "";
  };
}

function legend(x: number, y: number): string {
  const roles = Object.entries(ROLE_LETTERS).map(([role, letter]) => `${letter} ${role}`);
  return `<text x="${x}" y="${y}" font-size="12" fill="${MUTED}">Letters on lines: ${roles.join(" · ")}. Broken lines: other links.</text>`;
}
