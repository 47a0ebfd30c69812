import { expect, it } from "vitest";
import { presenceSchema } from "./presence.ts";

const PERSON = { id: "p1", name: "Housing team", organisation: "" };

it("[SYNC51] a field of presence that does not fit reads as absent, and the others stand", () => {
  const odd = { person: PERSON, view: "v".repeat(33), following: -1, sight: [0, 0, 0, 10], selection: ["a"] };
  expect(presenceSchema.parse(odd)).toMatchObject({ person: PERSON, selection: ["a"] });
  for (const field of ["view", "following", "sight"] as const) {
    expect(presenceSchema.parse(odd)[field] ?? null).toBeNull();
  }
});

it("[SYNC51] view, whom one follows and what one sees are read as they were said", () => {
  const said = { person: PERSON, view: "outline", following: 0xffffffff, sight: [-40, 900, 1440, 820] };
  expect(presenceSchema.parse(said)).toMatchObject(said);
});
