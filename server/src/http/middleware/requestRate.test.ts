import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Request, type Response } from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLog } from "../../runtime/log.ts";
import { errorHandler } from "../errorHandler.ts";
import { findActor } from "../requestActor.ts";
import { requestRate } from "./requestRate.ts";

let server: Server;
let url: string;
let now: number;

beforeEach(async () => {
  now = 0;
  const app = express();
  // Whoever names an account in the authorization header is that account.
  app.use(
    findActor(async ({ authorization }) =>
      authorization === undefined
        ? null
        : { kind: "guest", userId: authorization, name: authorization, organisation: "" },
    ),
    requestRate(() => now, { account: 3, address: 5 }),
    (_request: Request, response: Response) => {
      response.status(204).end();
    },
    errorHandler(openLog("silent")),
  );
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.close();
});

const ask = async (account?: string): Promise<number> =>
  (await fetch(url, account === undefined ? {} : { headers: { authorization: account } })).status;

describe("request rate", () => {
  it("[HS10] holds back one account and lets the others of the same address go on", async () => {
    expect([await ask("ana"), await ask("ana"), await ask("ana"), await ask("ana")]).toEqual([
      204, 204, 204, 429,
    ]);
    expect(await ask("ben")).toBe(204);
    expect(await ask()).toBe(204);
    now = 60_000;
    expect(await ask("ana")).toBe(204);
  });

  it("[HS10] without a login the address counts, and logins of that address go on", async () => {
    for (let count = 0; count < 5; count++) expect(await ask()).toBe(204);
    const held = await fetch(url);
    expect([held.status, held.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(await ask("ana")).toBe(204);
  });
});
