/**
 * Small choices about the panel that this browser remembers: its width, which groups are open. Nothing of a map is kept.
 * Without storage they hold until the page is left.
 */
const memory = new Map<string, string>();

export function keptChoice(name: string): string | null {
  const known = memory.get(name);
  if (known !== undefined) return known;
  try {
    return localStorage.getItem(`trellis.${name}`);
  } catch (error) {
    console.error("a kept choice could not be read", error);
    return null;
  }
}

export function keepChoice(name: string, value: string): void {
  memory.set(name, value);
  try {
    localStorage.setItem(`trellis.${name}`, value);
  } catch (error) {
    // Storage is switched off or full: the choice holds for this page.
    console.error("a choice could not be kept", error);
  }
}
