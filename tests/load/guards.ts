/*
 * What a bench fails on: only what does not depend on the machine, namely counts, and how a figure grows with the map.
 */
import type { Figures } from "./figures.ts";
import { GESTURES } from "./gestures.ts";

/** Script per step of a large map against a small one; more means that something walks over the whole map. */
const MOST_GROWTH = 1.5;
/** Differences below this are noise of the clock (ms). */
const LEAST_MS = 0.3;
const SMALL = 500;
const LARGE = 5000;

/** Sentences on what Trellis should hold and does not. */
export function broken(figures: Figures): string[] {
  return [
    ...fanoutGuards(figures),
    ...acknowledgementGuards(figures),
    ...derivationGuards(figures),
    ...canvasGuards(figures),
  ];
}

function fanoutGuards({ fanout }: Figures): string[] {
  return fanout
    .filter(({ target }) => target === "trellis")
    .flatMap(({ shape, result }) => [
      ...(result.deliveredPercent < 100
        ? [`fan-out ${shape}: ${result.deliveredPercent} % of the edits were delivered`]
        : []),
      ...(result.closedSockets > 0 ? [`fan-out ${shape}: ${result.closedSockets} sockets were closed`] : []),
    ]);
}

function acknowledgementGuards({ ack }: Figures): string[] {
  return ack
    .filter(({ target, result }) => target === "trellis" && result.acknowledged < result.sent)
    .map(
      ({ result }) => `${result.sent - result.acknowledged} of ${result.sent} edits were not acknowledged`,
    );
}

/** Typing a title and moving a card touch no derivation. */
function derivationGuards({ derive }: Figures): string[] {
  return derive
    .filter(({ isTouching, changed }) => !isTouching && changed > 0)
    .map(({ what, changed }) => `derivations ${what}: ${changed} answers changed`);
}

function canvasGuards({ canvas }: Figures): string[] {
  const at = (cards: number) => canvas.find((one) => one.page === "trellis" && one.cards === cards)?.gestures;
  const [small, large] = [at(SMALL), at(LARGE)];
  if (!small || !large) return [];
  return GESTURES.flatMap((gesture) => {
    const [few, many] = [small[gesture]?.scriptMsPerStep, large[gesture]?.scriptMsPerStep];
    if (few === undefined || many === undefined) return [];
    if (many <= few * MOST_GROWTH || many - few < LEAST_MS) return [];
    return [
      `canvas, ${gesture}: ${many} ms of script per step at ${LARGE} cards against ${few} at ${SMALL} (at most ${MOST_GROWTH} times)`,
    ];
  });
}
