// A picture over HTTP. Browsers keep it but ask each time whether it is still true, so that whoever lost access is
// refused, and whoever has it is answered without a byte of picture while nothing changed.
import type { Request, Response } from "express";
import type { Picture } from "../services/pictures.ts";
import { sendText } from "./compressed.ts";

/** Tags a client says it has; `W/` only means that the bytes may be compressed in another way. */
function tagsIn(header: string | undefined): ReadonlySet<string> {
  return new Set((header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, "").replaceAll('"', "")));
}

/** @param read is told which tags the client has, and answers "unchanged" when the picture's is one of them */
export async function sendPicture(
  request: Request,
  response: Response,
  read: (known: (tag: string) => boolean) => Promise<Picture | "unchanged">,
): Promise<void> {
  const header = request.headers["if-none-match"];
  const tags = tagsIn(header);
  const picture = await read((tag) => tags.has(tag));
  response.setHeader("cache-control", "private, no-cache");
  response.setHeader("vary", "accept-encoding");
  if (picture === "unchanged") {
    response.setHeader("etag", header ?? "");
    response.status(304).end();
    return;
  }
  response.setHeader("etag", `W/"${picture.tag}"`);
  await sendText(request, response, "image/svg+xml", picture.svg);
}
