/**
 * Links as drawn in pictures: curves that run under the cards, from the right side of the left card to the left side of
 * the right one. Homes are plain, duties carry the letter of their role, other links are broken lines.
 */
import type { CardBox } from "../derive/laneBoxes.ts";
import { type Box, Occupancy } from "../derive/occupancy.ts";
import type { Responsibilities } from "../derive/responsibility.ts";
import type { MissionTree } from "../derive/tree.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import type { ResponsibilityRole } from "../schema/enums.ts";
import type { CardId } from "../schema/ids.ts";
import { ROLE_LETTERS } from "./labels.ts";

interface Stroke {
  readonly colour: string;
  readonly width: number;
  /** Lengths of dash and gap; null for an unbroken line. */
  readonly dash: string | null;
}

const HOME: Stroke = { colour: "#aba79e", width: 1.5, dash: null };
const ACCOUNTABLE: Stroke = { colour: "#5f9c94", width: 1.5, dash: null };
const DUTY: Stroke = { colour: "#dad8d2", width: 1, dash: null };
const CROSS: Stroke = { colour: "#d6d4cd", width: 1, dash: "5 4" };

interface Curve {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly bend1: number;
  readonly bend2: number;
}

/** A curve between two cards; cards of one column are joined around their right side. */
function curveBetween(one: CardBox, other: CardBox): Curve {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  const y1 = left.y + left.height / 2;
  const y2 = right.y + right.height / 2;
  const x1 = left.x + left.width;
  if (x1 > right.x) {
    const x2 = right.x + right.width;
    return { x1, y1, x2, y2, bend1: x1 + 36, bend2: x2 + 36 };
  }
  const reach = Math.max(28, (right.x - x1) * 0.45);
  return { x1, y1, x2: right.x, y2, bend1: x1 + reach, bend2: right.x - reach };
}

const whole = Math.round;
const pathOf = (curve: Curve): string =>
  `M${whole(curve.x1)} ${whole(curve.y1)}C${whole(curve.bend1)} ${whole(curve.y1)} ${whole(curve.bend2)} ${whole(curve.y2)} ${whole(curve.x2)} ${whole(curve.y2)}`;

/** The point at `share` of the way along a curve. */
function pointAt(curve: Curve, share: number): readonly [number, number] {
  const rest = 1 - share;
  const blend = (a: number, b: number, c: number, d: number) =>
    rest ** 3 * a + 3 * rest ** 2 * share * b + 3 * rest * share ** 2 * c + share ** 3 * d;
  return [
    whole(blend(curve.x1, curve.bend1, curve.bend2, curve.x2)),
    whole(blend(curve.y1, curve.y1, curve.y2, curve.y2)),
  ];
}

interface DrawnLink {
  readonly curve: Curve;
  readonly stroke: Stroke;
  readonly role: ResponsibilityRole | null;
}

function drawnLinks(
  snapshot: MapSnapshot,
  tree: MissionTree,
  duties: Responsibilities,
  boxes: ReadonlyMap<CardId, CardBox>,
): DrawnLink[] {
  const drawn: DrawnLink[] = [];
  const join = (from: CardId, to: CardId, stroke: Stroke, role: ResponsibilityRole | null) => {
    const [one, other] = [boxes.get(from), boxes.get(to)];
    if (one && other) drawn.push({ curve: curveBetween(one, other), stroke, role });
  };
  for (const link of snapshot.links.values()) {
    if (link.type !== "responsible") join(link.from, link.to, CROSS, null);
  }
  for (const id of boxes.keys()) {
    for (const { actor, role } of duties.on(id)) {
      join(actor, id, role === "accountable" ? ACCOUNTABLE : DUTY, role);
    }
  }
  for (const [child, parent] of tree.parents) join(parent, child, HOME, null);
  // The faintest first, so that the lines that matter lie on top.
  const rank = ({ stroke }: DrawnLink) => [CROSS, DUTY, HOME, ACCOUNTABLE].indexOf(stroke);
  return drawn.sort((one, other) => rank(one) - rank(other));
}

/** Shares of the way at which a letter may stand: near the actor first. */
const PLACES = [0.9, 0.84, 0.78, 0.72, 0.66];
const RADIUS = 8;

/** Letters stand clear of cards and of each other; of the same letters in one spot, one is enough. */
function letters(links: readonly DrawnLink[], boxes: ReadonlyMap<CardId, CardBox>): string[] {
  const taken = new Occupancy();
  for (const box of boxes.values()) taken.add(box);
  const placed = new Map<Box, string>();
  const result: string[] = [];
  for (const { curve, role, stroke } of links.toReversed()) {
    if (!role) continue;
    const letter = ROLE_LETTERS[role];
    for (const share of PLACES) {
      const [x, y] = pointAt(curve, share);
      const spot = { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
      const inTheWay = taken.inTheWay(spot);
      if (inTheWay && placed.get(inTheWay) === letter) break;
      if (inTheWay) continue;
      taken.add(spot);
      placed.set(spot, letter);
      const ink = role === "accountable" ? "#0f5e57" : "#5c5a54";
      result.push(
        `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="#ffffff" stroke="${stroke.colour}"/><text x="${x}" y="${y + 3.5}" font-size="10" font-weight="600" fill="${ink}" text-anchor="middle">${letter}</text>`,
      );
      break;
    }
  }
  return result;
}

/** All links between placed cards, as two layers: the lines, and the letters of roles. */
export function drawLinks(
  snapshot: MapSnapshot,
  tree: MissionTree,
  duties: Responsibilities,
  boxes: ReadonlyMap<CardId, CardBox>,
): { readonly lines: string; readonly letters: string } {
  const links = drawnLinks(snapshot, tree, duties, boxes);
  const lines = links.map(({ curve, stroke }) => {
    const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash}"` : "";
    return `<path d="${pathOf(curve)}" stroke="${stroke.colour}" stroke-width="${stroke.width}"${dash}/>`;
  });
  return { lines: lines.join("\n"), letters: letters(links, boxes).join("\n") };
}
