/**
 * Sentences that stand in the region which speaks, the newest last. Each stays until a reader had time to take it up, so
 * that one said in the same moment does not take its place. Pure.
 */

export interface SpokenLine {
  /** Each sentence is a line of its own: the same one twice is heard twice. */
  readonly key: number;
  readonly text: string;
  /** When it was said, in milliseconds. */
  readonly at: number;
}

export const SPOKEN_MS = 5_000;
/** More than this at once nobody listens to; the oldest were taken up long before. */
const MOST = 30;

export const withSentence = (
  lines: readonly SpokenLine[],
  text: string,
  now: number,
): readonly SpokenLine[] => [
  ...stillSpoken(lines, now).slice(1 - MOST),
  { key: (lines.at(-1)?.key ?? 0) + 1, text, at: now },
];

/** The lines without those that stood long enough; the newest stays to be read again. */
export const stillSpoken = (lines: readonly SpokenLine[], now: number): readonly SpokenLine[] => {
  const left = lines.filter(({ at }, index) => index === lines.length - 1 || now - at < SPOKEN_MS);
  return left.length === lines.length ? lines : left;
};
