import { describe, expect, it } from "vitest";
import { yearsIn } from "./years.ts";

describe("years of money", () => {
  it.each([
    ["2024", ["2024"]],
    [" 2024/25 ", ["2024/25"]],
    ["2099/00", ["2099/00"]],
    ["2022-2024", ["2022", "2023", "2024"]],
    ["2022/23 to 2024/25", ["2022/23", "2023/24", "2024/25"]],
    ["2022/2023–2023/2024", ["2022/23", "2023/24"]],
  ])("[DER41] reads %j as %j", (text, years) => {
    expect(yearsIn(text)).toEqual(years);
  });

  it.each([
    "",
    "over five years",
    "2024/26",
    "2025-2022",
    "2022-2023/24",
    "1000-2999",
    "2022-2023-2024",
    null,
  ])("[DER41] does not guess at %j", (text) => {
    expect(yearsIn(text)).toBeNull();
  });
});
