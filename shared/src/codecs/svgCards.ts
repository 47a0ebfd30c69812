/**
 * Cards as drawn in pictures. The type is told by the shape first and by colour second: a block for the mission, a warm
 * rectangle for a challenge, white for a project, a cut corner for an instrument, a pill for an actor.
 */
import type { CardBox } from "../derive/laneBoxes.ts";
import type { CardType } from "../schema/enums.ts";
import type { Card } from "../schema/values.ts";
import { labelOf } from "./labels.ts";
import { wrapText } from "./wrapText.ts";
import { xmlText } from "./xml.ts";

export const INK = "#1c1b18";
export const MUTED = "#5c5a54";
const DEEP = "#143f3b";

const STATUS_COLOURS: Readonly<Record<string, string>> = {
  idea: "#d3d1cb",
  proposed: "#9a978f",
  approved: "#0e7490",
  in_delivery: "#0f766e",
  in_force: "#0f766e",
  completed: "#1d4ed8",
  decided: "#1d4ed8",
  open: "#b45309",
  paused: "#b45309",
  stopped: "#b42318",
  repealed: "#b42318",
  superseded: "#9a978f",
};

/** What a card says below its title, besides its status. */
export type Caption = (card: Card) => string;

interface Look {
  readonly outline: (box: CardBox) => string;
  readonly titleSize: number;
  readonly titleLines: number;
  readonly colour: string;
  readonly muted: string;
  /** Left edge of the text. */
  readonly inset: number;
}

const rectangle =
  (fill: string, stroke: string, radius: number) =>
  (box: CardBox): string =>
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`;

const outline = (fill: string, stroke: string, path: string): string =>
  `<path d="${path}" fill="${fill}" stroke="${stroke}" stroke-linejoin="round"/>`;

function cutCorner(box: CardBox): string {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const path = `M${box.x} ${box.y}H${right - 16}L${right} ${box.y + 16}V${bottom}H${box.x}Z`;
  return `${outline("#ffffff", "#c9c6bf", path)}<path d="M${right - 16} ${box.y}v16h16" fill="#efeee9" stroke="#c9c6bf"/>`;
}

function hexagon(box: CardBox): string {
  const [right, bottom, middle] = [box.x + box.width, box.y + box.height, box.y + box.height / 2];
  const path = `M${box.x + 18} ${box.y}H${right - 18}L${right} ${middle}L${right - 18} ${bottom}H${box.x + 18}L${box.x} ${middle}Z`;
  return outline("#e3efec", "#8db8b0", path);
}

/** A small sign at the left of the lesser cards, 16 units wide. */
const SIGNS: Partial<Readonly<Record<CardType, string>>> = {
  indicator: "M0 13L5 7L9 10L16 2",
  funding: "M8 1a7 7 0 1 0 .01 0M5.5 11h5M6.5 11V6.5a2 2 0 0 1 3.6-1.2M5.5 8h4",
  risk: "M8 1L15.5 14.5H.5ZM8 6v4M8 12v.5",
  evidence: "M3 1h7l3 3v11H3ZM5.5 8h5M5.5 11h5",
  decision: "M8 0.5L15.5 8L8 15.5L.5 8Z",
  note: "M1 1h14v9l-5 5H1ZM15 10h-5v5",
};

function lesser(fill: string, stroke: string, sign: string) {
  return (box: CardBox): string =>
    `${rectangle(fill, stroke, 4)(box)}<path d="${sign}" transform="translate(${box.x + 12} ${box.y + 16})" fill="none" stroke="${MUTED}" stroke-width="1.5"/>`;
}

function pill(box: CardBox): string {
  return rectangle("#ffffff", "#c8d2e0", box.height / 2)(box);
}

const TEXT = { titleSize: 14, titleLines: 2, colour: INK, muted: MUTED, inset: 14 } as const;
const LESSER = { titleSize: 12, titleLines: 2, colour: INK, muted: MUTED, inset: 38 } as const;

const LOOKS: Readonly<Record<CardType, Look>> = {
  grand_challenge: { ...TEXT, outline: hexagon, titleLines: 3, inset: 24 },
  mission: {
    outline: rectangle(DEEP, DEEP, 8),
    titleSize: 18,
    titleLines: 6,
    colour: "#ffffff",
    muted: "#c4d8d4",
    inset: 18,
  },
  challenge: { ...TEXT, outline: rectangle("#fdf3df", "#ecca8c", 6), titleSize: 15 },
  project: { ...TEXT, outline: rectangle("#ffffff", "#cfccc5", 6) },
  instrument: { ...TEXT, outline: cutCorner },
  actor: { ...TEXT, outline: pill, inset: 56 },
  indicator: { ...LESSER, outline: lesser("#ffffff", "#d8d6d0", SIGNS.indicator ?? "") },
  funding: { ...LESSER, outline: lesser("#ffffff", "#d8d6d0", SIGNS.funding ?? "") },
  risk: { ...LESSER, outline: lesser("#ffffff", "#d8d6d0", SIGNS.risk ?? "") },
  evidence: { ...LESSER, outline: lesser("#ffffff", "#d8d6d0", SIGNS.evidence ?? "") },
  decision: { ...LESSER, outline: lesser("#ffffff", "#d8d6d0", SIGNS.decision ?? "") },
  note: { ...LESSER, outline: lesser("#fdf6c9", "#e2d686", SIGNS.note ?? "") },
};

const UNTITLED: Readonly<Record<string, string>> = { note: "Empty note" };

/** A card's title, or words that say it has none. */
const shownTitle = (card: Card): string =>
  card.title.trim() === ""
    ? (UNTITLED[card.type] ?? `Untitled ${labelOf(card.type).toLowerCase()}`)
    : card.title;

/** One card with its accessible name. */
export function drawCard(card: Card, box: CardBox, caption: Caption): string {
  const look = LOOKS[card.type];
  const name = `${labelOf(card.type)}: ${shownTitle(card)}`;
  return `<g><title>${xmlText(name)}</title>${look.outline(box)}${card.type === "actor" ? initials(card, box) : ""}${words(card, box, look, caption)}</g>`;
}

function initials(card: Card, box: CardBox): string {
  const letters = shownTitle(card)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !/^(of|the|and|for|in|to|a)$/i.test(word))
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
  const [x, y] = [box.x + 32, box.y + box.height / 2];
  return `<circle cx="${x}" cy="${y}" r="18" fill="#dce7f5"/><text x="${x}" y="${y + 4.5}" font-size="12.5" font-weight="600" fill="#27406b" text-anchor="middle">${xmlText(letters)}</text>`;
}

function words(card: Card, box: CardBox, look: Look, caption: Caption): string {
  const width =
    box.width - look.inset - (card.type === "actor" ? 22 : card.type === "grand_challenge" ? 24 : 14);
  const lines = wrapText(shownTitle(card), width, look.titleSize, look.titleLines, true);
  const isLesser = look.titleSize === LESSER.titleSize;
  const below = isLesser ? "" : caption(card);
  const status = !isLesser && "status" in card ? card.status : null;
  const leading = Math.round(look.titleSize * 1.25);
  const x = box.x + look.inset;
  const captionRoom = below === "" && !status ? 0 : 18;
  const block = lines.length * leading + captionRoom;
  const isMission = card.type === "mission";
  const top = isMission ? box.y + 42 : box.y + (box.height - block) / 2;
  const parts = lines.map((line, index) => {
    const y = round(top + leading * index + leading * 0.78);
    return `<text x="${x}" y="${y}" font-size="${look.titleSize}" font-weight="600" fill="${look.colour}">${xmlText(line)}</text>`;
  });
  if (isMission) {
    parts.unshift(`<text x="${x}" y="${box.y + 30}" font-size="12" fill="${look.muted}">Mission</text>`);
    parts.push(...statement(card, box, look, top + lines.length * leading + 20));
  }
  const captionY = round(isMission ? box.y + box.height - 20 : top + lines.length * leading + 13);
  let captionX = x;
  if (status && captionRoom > 0) {
    const colour = isMission ? "#ffffff" : (STATUS_COLOURS[status] ?? MUTED);
    parts.push(`<circle cx="${x + 4}" cy="${captionY - 4}" r="4" fill="${colour}"/>`);
    captionX += 14;
  }
  const said = status ? [labelOf(status), below].filter((part) => part !== "").join(" · ") : below;
  const [line] = wrapText(said, width - (captionX - x), 12, 1);
  if (line)
    parts.push(
      `<text x="${captionX}" y="${captionY}" font-size="12" fill="${look.muted}">${xmlText(line)}</text>`,
    );
  return parts.join("");
}

/** The mission in one sentence, as much of it as there is room for. */
function statement(card: Card, box: CardBox, look: Look, y: number): string[] {
  if (card.type !== "mission" || !card.statement) return [];
  const room = Math.floor((box.y + box.height - 44 - y) / 17) + 1;
  if (room < 2) return [];
  return wrapText(card.statement, box.width - 2 * look.inset, 12, room).map(
    (line, index) =>
      `<text x="${box.x + look.inset}" y="${y + index * 17}" font-size="12" fill="${look.muted}">${xmlText(line)}</text>`,
  );
}

const round = (value: number): number => Math.round(value * 2) / 2;
