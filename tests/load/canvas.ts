/** Placeholder. */
export interface CanvasResult {
  page: string;
  cards: number;
  readyCpuMs: number;
  gestures: Partial<Record<"panFar" | "pan" | "zoom" | "drag1", { scriptMsPerStep: number }>>;
}
export async function* runCanvas(
  _sizes: number[],
  _say: (text: string) => void,
): AsyncGenerator<CanvasResult> {}
