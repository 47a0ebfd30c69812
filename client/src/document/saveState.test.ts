import { describe, expect, it } from "vitest";
import { type SaveFacts, saveState } from "./saveState.ts";

const CALM: SaveFacts = {
  phase: { kind: "open" },
  pending: 0,
  refusal: null,
  canEdit: true,
  notStored: false,
  late: false,
};

describe("what people are told about their edits", () => {
  it.each<[string, Partial<SaveFacts>, string]>([
    ["all confirmed", {}, "saved"],
    ["edits on their way", { pending: 2 }, "saving"],
    ["no answer for long", { pending: 2, late: true }, "notSaved"],
    ["the server could not store them", { pending: 2, notStored: true }, "notSaved"],
    [
      "the server could not store them and closed",
      { phase: { kind: "offline" }, pending: 1, notStored: true },
      "notSaved",
    ],
    ["no connection", { phase: { kind: "offline" }, pending: 3 }, "offline"],
    ["no connection and nothing to lose", { phase: { kind: "offline" } }, "offline"],
    ["a reader", { canEdit: false }, "readOnly"],
    ["sockets blocked", { phase: { kind: "blocked" } }, "blocked"],
    ["not there yet", { phase: { kind: "opening" } }, "opening"],
    ["closed for good", { phase: { kind: "ended", code: 4403 }, pending: 1 }, "ended"],
    ["refused while offline", { phase: { kind: "offline" }, refusal: "gap" }, "refused"],
  ])("%s", (_case, facts, kind) => {
    const state = saveState({ ...CALM, ...facts });
    expect(state.kind).toBe(kind);
    expect(state.pending).toBe(facts.pending ?? 0);
  });

  it("never says saved while anything is unconfirmed, whatever else is true", () => {
    for (const kind of ["open", "offline", "blocked", "restored"] as const)
      for (const late of [true, false])
        for (const notStored of [true, false])
          for (const canEdit of [true, false]) {
            const state = saveState({ ...CALM, phase: { kind }, pending: 1, late, notStored, canEdit });
            expect(["saved", "readOnly"]).not.toContain(state.kind);
          }
  });
});
