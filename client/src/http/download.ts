/** Files of the server, saved by the browser under the name the server gives them. */
import { saveFile } from "../ui/saveFile.ts";
import { fetchFile } from "./request.ts";

const NAME = /filename\*=UTF-8''([^;\s]+)/i;

/** Fetches a file and saves it; resolves with its name. @throws ApiProblem */
export async function download(path: string): Promise<string> {
  const response = await fetchFile(path);
  const named = NAME.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const fileName = named ? decodeURIComponent(named) : "map";
  saveFile(fileName, await response.blob());
  return fileName;
}
