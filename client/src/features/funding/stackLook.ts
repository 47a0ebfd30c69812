/** How the parts of a stack are told apart: a tone each with its own hatching, drawn open from the seventh on. Pure. */
import type { Split, Stack } from "@trellis/shared/derive/money/slices";
import type { Tone } from "../../ui/chart/tones.ts";

const TONES: readonly Tone[] = [1, 2, 3, 4, 5, 6];

export interface PartLook {
  readonly tone: Tone;
  readonly isOpen: boolean;
}

/** Looks by value. What is sought is an open form of what is committed. */
export function partLooks({ parts }: Stack, split: Split): ReadonlyMap<string | null, PartLook> {
  if (split === "state")
    return new Map([
      ["committed", { tone: 1, isOpen: false }],
      ["sought", { tone: 2, isOpen: true }],
    ]);
  return new Map(
    parts.map((value, index) => [
      value,
      { tone: TONES[index % TONES.length] ?? 1, isOpen: index >= TONES.length },
    ]),
  );
}
