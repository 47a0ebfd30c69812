import { describe, expect, it } from "vitest";
import { WriteLedger } from "./writeLedger.ts";

describe("WriteLedger", () => {
  it("[SYNC50] never counts a frame as saved before every earlier one is settled", () => {
    const ledger = new WriteLedger();
    const [first, second, third] = [ledger.receive(), ledger.receive(), ledger.receive()];
    expect([first, second, third]).toEqual([1, 2, 3]);
    expect(ledger.news()).toBeNull();
    ledger.settle(second);
    ledger.settle(third);
    expect(ledger.news()).toBeNull();
    ledger.settle(first);
    expect(ledger.news()).toBe(3);
    expect(ledger.news()).toBeNull();
    expect(ledger.receive()).toBe(4);
    expect(ledger.news()).toBeNull();
    ledger.settle(4);
    expect(ledger.news()).toBe(4);
  });
});
