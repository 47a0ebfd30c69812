// Long answers travel compressed: a map or a bundle over a bad connection is the difference between seconds and
// minutes. Answers hold nothing secret that a visitor could mix with words of their own.
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export type ContentCoding = "br" | "gzip" | "identity";

const WORTHWHILE_BYTES = 1024;

/** The best coding the client takes for a body of this size. */
export function codingFor(request: Request, bytes: number): ContentCoding {
  if (bytes < WORTHWHILE_BYTES) return "identity";
  // One at a time: asked for both, Express would keep the client's order, and browsers name gzip first.
  if (request.acceptsEncodings("br") === "br") return "br";
  return request.acceptsEncodings("gzip") === "gzip" ? "gzip" : "identity";
}

/** @param quality brotli's 0-11: 4 for what is sent once, 11 for what is kept */
export async function compress(body: Buffer, coding: ContentCoding, quality: number): Promise<Buffer> {
  if (coding === "br") {
    return brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  }
  return coding === "gzip" ? deflate(body) : body;
}

/** Sends text made for this request. */
export async function sendText(
  request: Request,
  response: Response,
  contentType: string,
  text: string,
): Promise<void> {
  const body = Buffer.from(text, "utf8");
  const coding = codingFor(request, body.length);
  response.setHeader("content-type", `${contentType}; charset=utf-8`);
  response.setHeader("vary", "accept-encoding");
  if (coding !== "identity") response.setHeader("content-encoding", coding);
  response.send(await compress(body, coding, 4));
}
