/**
 * A map as a small picture for lists: lanes, cards by shape and colour of their type, homes as thin lines, no words.
 * 1. The size is bounded whatever the map holds: past `MOST_CARDS` every nth card stands for its neighbours.
 * 2. The frame has one shape for every map, and a card dragged far away does not shrink the rest to dots.
 * 3. Only the title is text, escaped, for a picture that is opened by itself.
 */
import type { CardBox, LaneLayout } from "../derive/laneBoxes.ts";
import { laneLayout } from "../derive/lanes.ts";
import type { Box } from "../derive/occupancy.ts";
import { missionTree } from "../derive/tree.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import type { CardType } from "../schema/enums.ts";
import { xmlText } from "./xml.ts";

export const PICTURE_SIZE = { width: 480, height: 300 } as const;
/** Names this way of drawing; a change of it makes kept pictures stale. */
export const PICTURE_FORMAT = 1;
const MARGIN = 14;
const MOST_CARDS = 1_500;
const MOST_HOMES = 800;
/** Share of the cards at either end that may lie outside the frame. */
const STRAY = 0.02;

interface Look {
  readonly fill: string;
  readonly stroke: string;
  readonly shape: (x: number, y: number, width: number, height: number) => string;
}

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

function pill(x: number, y: number, width: number, height: number): string {
  const bend = rounded(Math.min(height, width) / 2);
  const straight = rounded(width - 2 * bend);
  return `M${rounded(x + bend)} ${y}h${straight}a${bend} ${bend} 0 0 1 0 ${height}h${-straight}a${bend} ${bend} 0 0 1 0 ${-height}z`;
}

function cutCorner(x: number, y: number, width: number, height: number): string {
  const cut = rounded(Math.min(height, width) / 3);
  return `M${x} ${y}h${rounded(width - cut)}l${cut} ${cut}v${rounded(height - cut)}h${-width}z`;
}

function hexagon(x: number, y: number, width: number, height: number): string {
  const [cut, half] = [rounded(width / 8), rounded(height / 2)];
  const flat = rounded(width - 2 * cut);
  return `M${rounded(x + cut)} ${y}h${flat}l${cut} ${half}l${-cut} ${half}h${-flat}l${-cut} ${-half}z`;
}

/** In the order in which they are drawn. */
const LOOKS: Partial<Readonly<Record<CardType, Look>>> = {
  grand_challenge: { fill: "#cfe3de", stroke: "#8db8b0", shape: hexagon },
  mission: { fill: "#143f3a", stroke: "#143f3a", shape: rectangle },
  challenge: { fill: "#f6d99f", stroke: "#dfb768", shape: rectangle },
  project: { fill: "#8fc4b9", stroke: "#5f9c94", shape: rectangle },
  instrument: { fill: "#d8d2ea", stroke: "#a59bc9", shape: cutCorner },
  actor: { fill: "#c3d4ee", stroke: "#93acd3", shape: pill },
};

function rounded(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}

/** At most `most` of a list, spread evenly over it. */
function spread<Item>(list: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, index) => index % step === 0);
}

/** Where nearly all cards lie along one axis, with room around them. */
function reach(centres: number[], least: number, length: number): readonly [from: number, length: number] {
  const sorted = centres.sort((one, other) => one - other);
  const stray = Math.floor(sorted.length * STRAY) + (sorted.length > 4 ? 1 : 0);
  const low = sorted[stray];
  const high = sorted[sorted.length - 1 - stray];
  if (low === undefined || high === undefined || high <= low) return [least, length];
  const room = Math.max(400, (high - low) / 2);
  const from = Math.max(least, low - room);
  return [from, Math.min(least + length, high + room) - from];
}

function frameOf({ bounds, cards }: LaneLayout): Box {
  const boxes = [...cards.values()];
  const [x, width] = reach(
    boxes.map((box) => box.x + box.width / 2),
    bounds.x,
    bounds.width,
  );
  const [y, height] = reach(
    boxes.map((box) => box.y + box.height / 2),
    bounds.y,
    bounds.height,
  );
  return { x, y, width, height };
}

/** The whole map as SVG text of at most some 100 kB; about 10 kB for a map of 100 cards. */
export function encodePicture(snapshot: MapSnapshot): string {
  const tree = missionTree(snapshot.cards);
  const layout = laneLayout(snapshot, { tree });
  const frame = frameOf(layout);
  const { width, height } = PICTURE_SIZE;
  const scale = Math.min((width - 2 * MARGIN) / frame.width, (height - 2 * MARGIN) / frame.height);
  const left = (width - frame.width * scale) / 2;
  const top = (height - frame.height * scale) / 2;
  const x = (value: number) => rounded(left + (value - frame.x) * scale);
  const y = (value: number) => rounded(top + (value - frame.y) * scale);

  const drawn = spread([...layout.cards.values()], MOST_CARDS);
  const homes = spread(
    [...tree.parents].flatMap(([child, parent]) => {
      const [one, other] = [layout.cards.get(parent), layout.cards.get(child)];
      return one && other ? [{ one, other }] : [];
    }),
    MOST_HOMES,
  );
  const placed = ({ x: boxX, y: boxY, width: boxWidth, height: boxHeight }: CardBox) =>
    [x(boxX), y(boxY), rounded(boxWidth * scale), rounded(boxHeight * scale)] as const;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${xmlText(snapshot.settings.title)}</title>`,
    `<path d="M0 0h${width}v${height}h${-width}z" fill="#ffffff"/>`,
    ...lanes(layout, x, y),
    `<path d="${homes.map(({ one, other }) => home(one, other, x, y)).join("")}" fill="none" stroke="#bdb9b0" stroke-width=".8"/>`,
    ...Object.entries(LOOKS).map(([type, look]) => {
      const shapes = drawn.filter((box) => box.type === type).map((box) => look.shape(...placed(box)));
      if (shapes.length === 0) return "";
      return `<path d="${shapes.join("")}" fill="${look.fill}" stroke="${look.stroke}" stroke-width=".6" stroke-linejoin="round"/>`;
    }),
    "</svg>",
  ].join("");
}

type Along = (value: number) => number;

/** Every second lane on a ground of its own; the outer ones reach to the edges of the picture. */
function lanes(layout: LaneLayout, x: Along, y: Along): string[] {
  const left = x(layout.lanesX);
  const last = layout.lanes.length - 1;
  return layout.lanes.map((lane, index) => {
    const from = index === 0 ? 0 : y(lane.y);
    const to = index === last ? PICTURE_SIZE.height : y(lane.y + lane.height);
    const fill = index % 2 === 0 ? "#fafaf8" : "#f3f3ef";
    return `<path d="${rectangle(left, from, rounded(PICTURE_SIZE.width - left), rounded(to - from))}" fill="${fill}"/>`;
  });
}

function home(one: CardBox, other: CardBox, x: Along, y: Along): string {
  const [near, far] = one.x <= other.x ? [one, other] : [other, one];
  const from = [x(near.x + near.width), y(near.y + near.height / 2)] as const;
  const to = [x(far.x), y(far.y + far.height / 2)] as const;
  const middle = rounded((from[0] + to[0]) / 2);
  return `M${from[0]} ${from[1]}C${middle} ${from[1]} ${middle} ${to[1]} ${to[0]} ${to[1]}`;
}
