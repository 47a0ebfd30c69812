/**
 * The one way to the HTTP interface. Answers are decoded with the shared schemas. Everything that can go wrong is an
 * `ApiProblem` with a stable code: the server's own, `unreachable` (no answer) or `unreadable` (not our answer).
 */
import { apiErrorSchema } from "@trellis/shared/protocol/api";
import type { z } from "zod";

export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.name = "ApiProblem";
    this.code = code;
    this.status = status;
  }
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new ApiProblem("unreachable", 0, String(error));
  }
}

async function problemIn(response: Response): Promise<ApiProblem> {
  const said = apiErrorSchema.safeParse(await response.json().catch(() => null));
  return said.success
    ? new ApiProblem(said.data.code, response.status, said.data.message)
    : new ApiProblem("unreadable", response.status, `The server answered ${response.status}.`);
}

/** Sends and decodes. @throws ApiProblem */
export async function request<Schema extends z.ZodType>(
  method: Method,
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<z.infer<Schema>> {
  const response = await send(method, path, body);
  if (!response.ok) throw await problemIn(response);
  const decoded = schema.safeParse(await response.json().catch(() => null));
  if (!decoded.success) throw new ApiProblem("unreadable", response.status, decoded.error.message);
  return decoded.data;
}

/** Sends where the answer's body does not matter. @throws ApiProblem */
export async function command(method: Method, path: string, body?: unknown): Promise<void> {
  const response = await send(method, path, body);
  if (!response.ok) throw await problemIn(response);
}

/** Asks for a file; its bytes are the caller's to read. @throws ApiProblem */
export async function fetchFile(path: string): Promise<Response> {
  const response = await send("GET", path, undefined);
  if (!response.ok) throw await problemIn(response);
  return response;
}
