/** Risks in the grid by keyboard: where the focus goes, and where a risk moves. Pure. */
import { GRADES, type GridCell, type PlacedRisk, type RiskGrid } from "@trellis/shared/derive/riskGrid";
import type { CardId } from "@trellis/shared/schema/ids";

export type Way = "up" | "down" | "left" | "right";
export type RiskKey =
  | { readonly kind: "walk"; readonly way: Way | "first" | "last" }
  | { readonly kind: "move"; readonly way: Way };

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** As on the canvas: arrows walk, Ctrl (Cmd) and an arrow moves. Null for keys that are none of ours. */
export function riskKey({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): RiskKey | null {
  if (altKey || shiftKey) return null;
  const way = WAYS[key];
  if (ctrlKey || metaKey) return way ? { kind: "move", way } : null;
  if (way) return { kind: "walk", way };
  return key === "Home"
    ? { kind: "walk", way: "first" }
    : key === "End"
      ? { kind: "walk", way: "last" }
      : null;
}

export interface RiskMove {
  readonly field: "likelihood" | "impact";
  readonly value: number;
}

const MOST = GRADES.length;

/** Up is more likely, right has more impact. Null at the edge, and for a risk that is not in the grid. */
export function movedTo(
  { likelihood, impact }: { readonly [Field in RiskMove["field"]]?: number | null },
  way: Way,
): RiskMove | null {
  if (likelihood == null || impact == null) return null;
  const field = way === "up" || way === "down" ? "likelihood" : "impact";
  const value = (field === "likelihood" ? likelihood : impact) + (way === "up" || way === "right" ? 1 : -1);
  return value < 1 || value > MOST ? null : { field, value };
}

/** The risk to which the focus goes: along the grid as it is read, or to the nearest one above or below. */
export function walkedTo(
  rows: RiskGrid["rows"],
  at: CardId,
  way: Way | "first" | "last",
): CardId | undefined {
  const cells = rows.flat().filter(({ risks }) => risks.length > 0);
  const inOrder = cells.flatMap(({ risks }) => risks.map(({ card }) => card));
  const index = inOrder.indexOf(at);
  if (way === "first") return inOrder[0];
  if (way === "last") return inOrder.at(-1);
  if (way === "left" || way === "right") return inOrder[index + (way === "right" ? 1 : -1)];
  const here = cells.find(({ risks }) => risks.some(({ card }) => card === at));
  return here && verticalStep(cells, here, at, way);
}

function verticalStep(
  cells: readonly GridCell[],
  here: GridCell,
  at: CardId,
  way: "up" | "down",
): CardId | undefined {
  const place = here.risks.findIndex(({ card }) => card === at);
  const within = here.risks[place + (way === "down" ? 1 : -1)];
  if (within) return within.card;
  const beyond = cells.filter(({ likelihood }) =>
    way === "up" ? likelihood > here.likelihood : likelihood < here.likelihood,
  );
  const far = (cell: GridCell) =>
    Math.abs(cell.likelihood - here.likelihood) * (MOST + 1) + Math.abs(cell.impact - here.impact);
  const [next] = [...beyond].sort((one, other) => far(one) - far(other));
  return (way === "up" ? next?.risks.at(-1) : next?.risks[0])?.card;
}

/** Risks that one cell of the grid shows before it says how many more there are: more would push the grid off the screen. */
const MOST_SHOWN = 4;

/** The risks that a cell shows: the first, and the one that has the focus in any case. */
export function shownIn(risks: readonly PlacedRisk[], focused: CardId | null): readonly PlacedRisk[] {
  if (risks.length <= MOST_SHOWN + 1) return risks;
  const first = risks.slice(0, MOST_SHOWN);
  const kept = risks.slice(MOST_SHOWN).find(({ card }) => card === focused);
  return kept ? [...first.slice(0, -1), kept] : first;
}
