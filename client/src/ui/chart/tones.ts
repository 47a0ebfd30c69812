/** What parts of a chart are told apart by: dashes, shapes and hatchings; colour comes second. */

/** Solid for what is measured, dashed for what is meant, dotted for what is guessed. */
export type LineLook = "solid" | "dashed" | "dotted";
export type MarkShape = "dot" | "ring" | "diamond" | "square" | "cross";
/** 0 is ink, 1 to 6 the colours of the chart. 4 and 6 are pale: for fills, not for lines and marks. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5 | 6;
