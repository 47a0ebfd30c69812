import type { RecordId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { isMeant, suggestingFor, suggestionsFor } from "./suggestions.ts";

const words = {
  t: ((key: string) => key.replace(/^.*\./, "").replaceAll("_", " ")) as TFunction,
  sources: [],
  phases: [],
  cardTitle: () => "",
};
const suggest = (kind: "enum" | "enumList", of: "status" | "lever", text: string, isTyped = true) => {
  const suggesting = suggestingFor({ kind, of }, words, () => new Map());
  if (!suggesting) throw new Error("choices are suggested");
  return suggestionsFor(suggesting, text, isTyped).map((one) => one.text);
};

describe("what may be meant in a cell", () => {
  it("is everything while nothing was typed, then what begins so before what holds it", () => {
    expect(suggest("enum", "status", "approved", false)).toHaveLength(7);
    expect(suggest("enum", "status", "p")).toEqual([
      "proposed",
      "paused",
      "approved",
      "completed",
      "stopped",
    ]);
    expect(suggest("enum", "status", "nothing such")).toEqual([]);
  });

  it("goes on after each semicolon of a list, and offers nothing twice", () => {
    expect(suggest("enumList", "lever", "tax; sp")).toEqual(["tax; spend"]);
    expect(suggest("enumList", "lever", "tax; ")).not.toContain("tax; tax");
  });

  it("is taken by Enter when only it fits, or when a word of an open list begins so", () => {
    const meant = (kind: Parameters<typeof suggestingFor>[0], text: string) => {
      const suggesting = suggestingFor(
        kind,
        { ...words, sources: [{ id: "s" as RecordId, title: "Tyndall" }] },
        () => new Map(),
      );
      return suggesting !== null && isMeant(suggesting, text);
    };
    expect(meant({ kind: "enum", of: "status" }, "rov")).toBe(true);
    expect(meant({ kind: "enum", of: "status" }, "")).toBe(false);
    const domains = { kind: "enumList", of: "domain", open: true } as const;
    expect(meant(domains, "energy; hous")).toBe(true);
    expect(meant(domains, "energy; own word")).toBe(false);
    expect(meant(domains, "ergy")).toBe(false);
    expect(meant({ kind: "source" }, "Tyn")).toBe(false);
  });

  it("is nothing where anything may be written", () => {
    expect(suggestingFor({ kind: "text", max: 300 }, words, () => new Map())).toBeNull();
    expect(suggestingFor({ kind: "number" }, words, () => new Map())).toBeNull();
  });
});
