import { describe, expect, it } from "vitest";
import { originAllowed } from "./origin.ts";

const allowed = new Set(["http://127.0.0.1:4400"]);

describe("originAllowed", () => {
  it.each([
    ["a foreign page with a cookie", { origin: "https://elsewhere.example", cookie: "login=a" }, false],
    [
      "a foreign page with a token",
      { origin: "https://elsewhere.example", authorization: "Bearer a" },
      false,
    ],
    ["another port", { origin: "http://127.0.0.1:4401", cookie: "login=a" }, false],
    ["an opaque origin", { origin: "null", cookie: "login=a" }, false],
    ["a cookie without an origin", { cookie: "login=a" }, false],
    ["a cookie with other credentials", { cookie: "login=a", authorization: "Basic a" }, false],
    ["our page", { origin: "http://127.0.0.1:4400", cookie: "login=a" }, true],
    ["our page in capitals", { origin: "HTTP://127.0.0.1:4400", cookie: "login=a" }, true],
    ["a token", { authorization: "Bearer a" }, true],
    ["a token beside a cookie", { authorization: "Bearer a", cookie: "login=a" }, true],
    ["nobody, who will be asked to sign in", {}, true],
  ])("[SYNC1] judges %s", (_who, headers, expected) => {
    expect(originAllowed(headers, allowed)).toBe(expected);
  });
});
