/** A card type as a small picture of its shape, the same in every view, toolbar and menu. */
import type { CardType } from "@trellis/shared/schema/enums";
import styles from "./TypeGlyph.module.css";

const WIDTH = 20;
const HEIGHT = 14;

/** Small versions of the canvas's outlines (shapes.ts there), drawn for this size. */
const PATHS: Readonly<Record<CardType, string>> = {
  grand_challenge: "M5 1H15L19 7L15 13H5L1 7Z",
  mission: "M3 1H17V13H3Z",
  challenge: "M1 2.5H19V11.5H1Z",
  project: "M1 2.5H19V11.5H1Z",
  instrument: "M1 2.5H14L19 6.5V11.5H1Z",
  actor: "M6 2.5H14A4.5 4.5 0 0 1 14 11.5H6A4.5 4.5 0 0 1 6 2.5ZM6 5A2 2 0 1 1 6 9A2 2 0 1 1 6 5",
  indicator: "M2 12V2M2 12H18M5 9L9 6L12 8L17 3",
  funding: "M2 3H18V5.2A1.8 1.8 0 0 0 18 8.8V11H2V8.8A1.8 1.8 0 0 0 2 5.2Z",
  risk: "M10 1.5L17.5 12.5H2.5ZM10 5.5V9",
  evidence: "M5 1H12L15.5 4.5V13H5ZM7.5 7H13M7.5 10H13",
  decision: "M10 1L18 7L10 13L2 7Z",
  note: "M4 1.5H16V9L12 12.5H4ZM16 9H12V12.5",
};

export function TypeGlyph({ type }: { readonly type: CardType }) {
  return (
    <svg
      className={styles.glyph}
      data-type={type}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <path d={PATHS[type]} />
    </svg>
  );
}
