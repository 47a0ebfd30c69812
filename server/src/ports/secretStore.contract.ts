// What every SecretStore must show: single use above all, also under a race.
import { beforeEach, describe, expect, it } from "vitest";
import type { SecretStore } from "./secretStore.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param open makes an empty store; each test gets its own */
export function secretStoreContract(
  open: () => Promise<{ secretStore: SecretStore; close(): Promise<void> }>,
): void {
  describe("SecretStore contract", () => {
    let secrets: SecretStore;

    beforeEach(async () => {
      const store = await open();
      secrets = store.secretStore;
      return () => store.close();
    });

    it("[SS1] does not know a secret that was never made", async () => {
      expect(await secrets.redeemSignInSecret("x", 1)).toBe("unknown");
      expect(await secrets.findToken("x")).toBeNull();
      expect(await secrets.removeToken("x")).toBe(false);
      await secrets.touchToken("x", 1);
      expect(await secrets.listTokens()).toEqual([]);
    });

    it("[SS2] a secret opens once, also when many try it at the same moment", async () => {
      await secrets.addSignInSecret({ secretHash: "h", createdAt: 0, expiresAt: 100 });
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => secrets.redeemSignInSecret("h", 50)),
      );
      expect(answers.filter((answer) => answer === "redeemed")).toHaveLength(1);
      expect(answers.filter((answer) => answer === "used")).toHaveLength(9);
      expect(await secrets.redeemSignInSecret("h", 200)).toBe("used");
    });

    it("[SS3] an expired secret does not open, and asking does not use it up", async () => {
      await secrets.addSignInSecret({ secretHash: "h", createdAt: 0, expiresAt: 100 });
      expect(await secrets.redeemSignInSecret("h", 100)).toBe("expired");
      expect(await secrets.redeemSignInSecret("h", 99)).toBe("redeemed");
    });

    it("[SS4] forgets secrets that expired more than a day before", async () => {
      await secrets.addSignInSecret({ secretHash: "old", createdAt: 0, expiresAt: 100 });
      await secrets.addSignInSecret({ secretHash: "mid", createdAt: 100 + DAY_MS, expiresAt: 200 + DAY_MS });
      expect(await secrets.redeemSignInSecret("old", 101)).toBe("expired");
      await secrets.addSignInSecret({ secretHash: "new", createdAt: 101 + DAY_MS, expiresAt: 300 + DAY_MS });
      expect(await secrets.redeemSignInSecret("old", 101)).toBe("unknown");
      expect(await secrets.redeemSignInSecret("mid", 101)).toBe("redeemed");
    });

    it("[SS5] keeps tokens until they are removed, with the last use", async () => {
      const token = { id: "t1", name: "statistics office", secretHash: "h1", createdAt: 5, lastUsedAt: null };
      await secrets.addToken(token);
      await secrets.addToken({ ...token, id: "t2", secretHash: "h2", createdAt: 6 });
      expect(await secrets.findToken("h1")).toEqual(token);
      await secrets.touchToken("t1", 9);
      expect((await secrets.listTokens()).map((one) => [one.id, one.lastUsedAt])).toEqual([
        ["t1", 9],
        ["t2", null],
      ]);
      expect(await secrets.removeToken("t1")).toBe(true);
      expect(await secrets.removeToken("t1")).toBe(false);
      expect(await secrets.findToken("h1")).toBeNull();
    });
  });
}
