/**
 * What is typed between the key that opens a field and the field having the focus: on a slow machine a fast writer is
 * ahead of it, and those letters must neither be lost nor be taken for commands of the canvas.
 */
let typed = "";

export const earlyWords = {
  /** Keeps a key that writes a sign; others are dropped. */
  keep: ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (Array.from(key).length === 1 && !ctrlKey && !metaKey && !altKey) typed += key;
  },
  drop: (): void => {
    typed = "";
  },
  /** For the field that has got the focus; given out once. */
  take: (): string => {
    const words = typed;
    typed = "";
    return words;
  },
};
