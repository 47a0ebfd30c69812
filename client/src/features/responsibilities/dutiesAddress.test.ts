import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import type { CardId } from "@trellis/shared/schema/ids";
import { expect, it } from "vitest";
import { type DutiesAddress, readDuties, writeDuties } from "./dutiesAddress.ts";

const FIRST: DutiesAddress = { by: "level", phase: "", part: "matrix", rows: null };

it("leaves out what goes without saying, and other keys alone", () => {
  expect(writeDuties("?status=idea&by=sector", FIRST)).toBe("?status=idea");
  expect(writeDuties("", FIRST)).toBe("");
});

it("reads back what it wrote", () => {
  const choices: DutiesAddress[] = [
    { by: "sector", phase: EVERY_PHASE, part: "levels", rows: { kind: "gaps" } },
    { by: "level", phase: "s1", part: "matrix", rows: { kind: "answers", actor: "a-city" as CardId } },
    { ...FIRST, rows: { kind: "clashes" } },
    { ...FIRST, rows: { kind: "norole" } },
  ];
  for (const choice of choices) expect(readDuties(writeDuties("?level=national", choice))).toEqual(choice);
});

it("takes what is none for the first choice", () => {
  expect(readDuties("?by=size&phase=*&part=x&rows=answers:")).toEqual(FIRST);
  expect(readDuties("?phase=__proto__&rows=many")).toEqual(FIRST);
});
