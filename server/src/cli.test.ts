import { describe, expect, it } from "vitest";
import { parseCommand } from "./cli.ts";

describe("command line", () => {
  const refused = [
    [],
    ["nonsense"],
    ["sign-in-link", "extra"],
    ["sign-in-link", "--name", "x"],
    ["token"],
    ["token", "--name"],
    ["token", "--name", "  "],
    ["token", "--name", "x".repeat(81)],
    ["token", "--name", "two\nlines"],
    ["token", "--name", "\u001b[2J"],
    ["token", "--name", "x", "--list"],
    ["token", "--secret", "x"],
    ["token", "x", "--list"],
  ];
  it.each(refused.map((argv) => [argv]))("[HC2] %j is refused with one sentence", (argv) => {
    expect(() => parseCommand(argv)).toThrowError(/Usage: npm run --silent trellis/);
  });

  it("[HC2] takes its four commands", () => {
    expect(parseCommand(["sign-in-link"])).toEqual({ kind: "signInLink" });
    expect(parseCommand(["token", "--name", " stats "])).toEqual({ kind: "newToken", name: "stats" });
    expect(parseCommand(["token", "--list"])).toEqual({ kind: "listTokens" });
    expect(parseCommand(["token", "--revoke", "id"])).toEqual({ kind: "revokeToken", id: "id" });
  });
});
