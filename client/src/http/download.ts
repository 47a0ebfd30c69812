/** Files of the server, saved by the browser under the name the server gives them. */
import { fetchFile } from "./request.ts";

const NAME = /filename\*=UTF-8''([^;\s]+)/i;
const KEPT_MS = 60_000;

/** Fetches a file and saves it; resolves with its name. @throws ApiProblem */
export async function download(path: string): Promise<string> {
  const response = await fetchFile(path);
  const named = NAME.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const fileName = named ? decodeURIComponent(named) : "map";
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // Long enough for the browser to have read it, also where it asks for a place first.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  return fileName;
}
