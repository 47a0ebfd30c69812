/**
 * The map's colours, once: the canvas's drawing layers read them here, style sheets as custom properties of a view's
 * outermost element. Every text keeps 4.5:1 against its ground, every shape's outline and every link 3:1 where it carries meaning.
 */
export const PALETTE = {
  paper: "#ffffff",
  ink: "#1a1917",
  soft: "#5c5a55",
  faint: "#8a877f",
  outline: "#c9c6be",
  outlineStrong: "#8f8b82",
  bandOdd: "#f4f4f0",
  bandEven: "#fafaf8",
  bandLine: "#e3e1da",
  accent: "#0f5e57",
  accentSoft: "#dcebe8",
  mission: "#163f3c",
  missionInk: "#ffffff",
  missionSoft: "#bcd3cf",
  goal: "#eef4f3",
  goalOutline: "#5f918b",
  challenge: "#fdf2df",
  challengeOutline: "#d9a55c",
  challengeSoft: "#7d5412",
  actorDisc: "#dce8f6",
  actorDiscInk: "#1f3f70",
  actorOutline: "#b4c2d8",
  instrument: "#f6f4fb",
  instrumentOutline: "#9a8fc0",
  satellite: "#ffffff",
  link: "#98958c",
  linkStrong: "#0f766e",
  warn: "#b4500b",
  statusIdea: "#b9b6ad",
  statusWaiting: "#8a877f",
  statusActive: "#0f766e",
  statusDone: "#1d55c8",
  statusHalted: "#b4500b",
} as const;

export type PaletteName = keyof typeof PALETTE;

/** The palette as custom properties: `challengeOutline` becomes `--challenge-outline`. */
export const paletteVariables: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PALETTE).map(([name, colour]) => [
    `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    colour,
  ]),
);

/** Grounds of white letters for the values of a lens; an eleventh value takes the first again, with another letter. */
export const LENS_COLOURS = [
  "#0f6b5f",
  "#9a3b12",
  "#3453a4",
  "#8a2b6b",
  "#5b6310",
  "#b3261e",
  "#17607d",
  "#6a4a9c",
  "#7a5200",
  "#4a5560",
] as const;
