import { describe, expect, it } from "vitest";
import { linkTarget } from "./linkTarget.ts";

const HERE = "https://trellis.example.org";
const pathOf = (text: string, here = HERE) => {
  const target = linkTarget(text, here);
  return target.kind === "inside" ? target.path : target.kind;
};

describe("linkTarget", () => {
  it("opens maps, guest links and sign-in links of this server, as they were copied", () => {
    expect(pathOf(`${HERE}/maps/abc123`)).toBe("/maps/abc123");
    expect(pathOf(`  <${HERE}/maps/abc123/outline?card=c1>\n`)).toBe("/maps/abc123/outline?card=c1");
    expect(pathOf(`${HERE}/join#s3cret_-x`)).toBe("/join#s3cret_-x");
    expect(pathOf(`${HERE}/enter#s3cret`)).toBe("/enter#s3cret");
    expect(pathOf("trellis.example.org/maps/abc")).toBe("/maps/abc");
    expect(pathOf("/maps/abc")).toBe("/maps/abc");
    expect(pathOf(HERE)).toBe("/");
  });

  it("takes the names of one machine for the same place, but not another port", () => {
    expect(pathOf("http://localhost:4400/maps/a", "http://127.0.0.1:4400")).toBe("/maps/a");
    expect(pathOf("http://localhost:4401/maps/a", "http://127.0.0.1:4400")).toBe("foreign");
  });

  it("names the place of a foreign link and goes nowhere", () => {
    expect(linkTarget("https://example.com/maps/abc", HERE)).toEqual({
      kind: "foreign",
      host: "example.com",
    });
    expect(pathOf("https://trellis.example.org.evil.example/join#x")).toBe("foreign");
    expect(pathOf("https://trellis.example.org@evil.example/maps/a")).toBe("foreign");
    expect(pathOf("//evil.example/maps/a")).not.toBe("/maps/a");
  });

  it("says when the end of a link is missing, and what is no link", () => {
    for (const text of [`${HERE}/join`, `${HERE}/enter#`, `${HERE}/maps`, `${HERE}/something`])
      expect(pathOf(text)).toBe("incomplete");
    for (const text of ["", "   ", "hello", "two words.example", "javascript:alert(1)", "a".repeat(3_000)])
      expect(pathOf(text)).toBe("noLink");
  });
});
