import { expect, it } from "vitest";
import { tableFileName } from "./exportTable.ts";

it("names a file after the map and the table, without signs that file systems refuse", () => {
  expect(tableFileName("Carbon neutral: by 2038?", "Responsibilities")).toBe(
    "Carbon neutral by 2038, Responsibilities.csv",
  );
  expect(tableFileName("", "Levels")).toBe("Levels.csv");
  expect(tableFileName("x".repeat(300), "Levels")).toHaveLength(124);
});
