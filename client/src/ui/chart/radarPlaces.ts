/** Where the parts of a radar stand. Angles are in radians, clockwise from the top. Pure. */
export interface RadarAxis {
  readonly key: string;
  readonly label: string;
  /** Null: not known. */
  readonly value: number | null;
  /** The band around the value; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** The value of an earlier time. */
  readonly earlier: number | null;
}

/** Letters of one line of a name. */
const LINE_LENGTH = 17;
const MOST_LINES = 3;

export const isRadar = (axes: readonly RadarAxis[]): boolean => axes.length >= 3;

/** The axes with the first once more at the end, so that lines and bands close where both ends are known. */
export const closed = (axes: readonly RadarAxis[]): RadarAxis[] => [...axes, ...axes.slice(0, 1)];

/** A point on the spoke at this angle, seen from the middle. */
export const spoke = (angle: number, radius: number): { readonly x: number; readonly y: number } => ({
  x: Math.sin(angle) * radius,
  y: -Math.cos(angle) * radius,
});

/** How a name at the end of a spoke is set: away from the radar. */
export function anchorOf(angle: number): "start" | "middle" | "end" {
  const aside = Math.sin(angle);
  return Math.abs(aside) < 0.2 ? "middle" : aside > 0 ? "start" : "end";
}

/** A name broken between words; what does not fit ends in an ellipsis. */
export function labelLines(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/u).filter((one) => one !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE_LENGTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines
    .slice(0, MOST_LINES)
    .map((line) => (line.length > LINE_LENGTH + 4 ? `${line.slice(0, LINE_LENGTH + 3)}…` : line));
  if (lines.length > MOST_LINES) shown[MOST_LINES - 1] = `${shown[MOST_LINES - 1]} …`;
  return shown;
}
