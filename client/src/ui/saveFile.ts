/** Hands a file to the browser, which saves it or asks where to. */
const KEPT_MS = 60_000;

export function saveFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // Long enough for the browser to have read it, also where it asks for a place first.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
