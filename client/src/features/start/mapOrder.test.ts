import type { MapListItem } from "@trellis/shared/protocol/api";
import { describe, expect, it } from "vitest";
import { mapsShown } from "./mapOrder.ts";

const map = (title: string, place: string | null, day: number): MapListItem => ({
  id: title,
  title,
  place,
  role: "owner",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: `2026-01-0${day}T00:00:00.000Z`,
  changedBy: null,
  deletedAt: null,
  goneAt: null,
  online: [],
  picture: "1.1.0",
});
const maps = [map("Camden 10", "London", 1), map("camden 9", null, 3), map("Größe", "Zürich", 2)];
const titles = (search: string, order: "changed" | "title" = "changed") =>
  mapsShown(maps, { search, order }).map(({ title }) => title);

describe("mapsShown", () => {
  it("orders by the last change, or by title as people count", () => {
    expect(titles("")).toEqual(["camden 9", "Größe", "Camden 10"]);
    expect(titles("", "title")).toEqual(["camden 9", "Camden 10", "Größe"]);
  });

  it("finds every word in title or place, without accents and case", () => {
    expect(titles("zurich")).toEqual(["Größe"]);
    expect(titles(" LONDON  camden ")).toEqual(["Camden 10"]);
    expect(titles("nowhere")).toEqual([]);
  });
});
