// What every ServerSettings must show.
import { describe, expect, it } from "vitest";
import type { ServerSettings } from "./serverSettings.ts";

/** @param open makes an empty store; each test gets its own */
export function serverSettingsContract(
  open: () => Promise<{ settings: ServerSettings; close(): Promise<void> }>,
): void {
  describe("ServerSettings contract", () => {
    it("[ST1] keeps the first value given when absent, and the last value put", async () => {
      const store = await open();
      const { settings } = store;
      expect(await settings.get("auth_secret")).toBeNull();
      const answers = await Promise.all(
        ["a", "b", "c"].map((value) => settings.putIfAbsent("auth_secret", value)),
      );
      expect(new Set(answers).size).toBe(1);
      expect(await settings.get("auth_secret")).toBe(answers[0]);
      await settings.put("auth_secret", "d");
      await settings.put("auth_secret", "e");
      expect(await settings.get("auth_secret")).toBe("e");
      expect(await settings.get("public_url")).toBeNull();
      await store.close();
    });
  });
}
