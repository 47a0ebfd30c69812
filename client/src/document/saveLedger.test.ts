import { describe, expect, it } from "vitest";
import { SaveLedger } from "./saveLedger.ts";

const anEdit = (mark = 1) => new Uint8Array([mark]);

describe("what is saved", () => {
  it("counts an edit until the server has confirmed its frame", () => {
    const ledger = new SaveLedger();
    ledger.socketOpened();
    ledger.editMade(anEdit());
    ledger.frameSent();
    expect(ledger.pending).toBe(1);
    ledger.saved(0);
    expect(ledger.pending).toBe(1);
    ledger.saved(1);
    expect(ledger.pending).toBe(0);
  });

  it("takes edits of a lost socket as unsent, and the next first sync carries them all", () => {
    const ledger = new SaveLedger();
    ledger.socketOpened();
    ledger.editMade(anEdit());
    ledger.frameSent();
    ledger.socketClosed();
    ledger.editMade(anEdit());
    expect(ledger.pending).toBe(2);
    ledger.socketOpened();
    ledger.frameSent();
    ledger.saved(1);
    expect(ledger.pending).toBe(0);
  });

  it("does not take a confirmation of the last socket's frames for this one's", () => {
    const ledger = new SaveLedger();
    ledger.socketOpened();
    for (let count = 0; count < 5; count++) ledger.frameSent();
    ledger.socketOpened();
    ledger.frameSent();
    ledger.editMade(anEdit());
    ledger.frameSent();
    ledger.saved(1);
    expect(ledger.pending).toBe(1);
  });

  it("keeps refused edits and all that follow, in order", () => {
    const ledger = new SaveLedger();
    ledger.socketOpened();
    for (const mark of [1, 2, 3]) {
      ledger.editMade(anEdit(mark));
      ledger.frameSent();
    }
    ledger.saved(1);
    ledger.refused(2, "too_large");
    ledger.editMade(anEdit(4));
    expect(ledger.refusal).toBe("too_large");
    expect(ledger.unsaved().map((edit) => edit[0])).toEqual([2, 3, 4]);
  });

  it("does not trouble a reader whose empty first sync was refused", () => {
    const ledger = new SaveLedger();
    ledger.socketOpened();
    ledger.frameSent();
    ledger.refused(1, "read_only");
    expect(ledger.refusal).toBeNull();
    expect(ledger.pending).toBe(0);
  });
});
