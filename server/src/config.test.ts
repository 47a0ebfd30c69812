import { describe, expect, it } from "vitest";
import { allowedOrigins, ConfigError, configWarning, readConfig } from "./config.ts";

describe("settings", () => {
  const refused: [name: string, value: string][] = [
    ["PORT", "abc"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["PORT", "-1"],
    ["HOST", "a b"],
    ["HOST", "256.1.1.1"],
    ["HOST", "1.2.3.4.5"],
    ["HOST", "fe80::1%eth0"],
    ["HOST", "http://127.0.0.1"],
    ["PUBLIC_URL", "trellis.example.org"],
    ["PUBLIC_URL", "ftp://trellis.example.org"],
    ["PUBLIC_URL", "https://trellis.example.org/maps"],
    ["PUBLIC_URL", "https://user:word@trellis.example.org"],
    ["LOG_LEVEL", "loud"],
  ];
  it.each(refused)("[HC1] %s=%s is refused with its name and what it must be", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrowError(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrowError(new RegExp(`^${name} is "`));
  });

  it.each(["0.0.0.0", "::", "0", "::0"])("[HC1] HOST=%s needs the address people use", (HOST) => {
    expect(() => readConfig({ HOST })).toThrowError(/PUBLIC_URL/);
    const config = readConfig({ HOST, PUBLIC_URL: "https://trellis.example.org/" });
    expect(config.publicUrl).toBe("https://trellis.example.org");
  });

  it("[HC1] without settings it is this machine alone, port 4400, ./data of the workspace", () => {
    const config = readConfig({ PORT: "", UNRELATED: "x" });
    expect(config).toMatchObject({ port: 4400, host: "127.0.0.1", publicUrl: "http://127.0.0.1:4400" });
    expect(config.dataDir).toMatch(/[/\\]data$/);
    expect(config.dataDir).not.toMatch(/server/);
    expect(readConfig({ HOST: "::1", PORT: "80" }).publicUrl).toBe("http://[::1]");
  });

  it("[HC1] warns when logins could be read on the way, and only then", () => {
    const warning = (environment: Record<string, string>) => configWarning(readConfig(environment));
    expect(warning({})).toBeNull();
    expect(warning({ HOST: "::1" })).toBeNull();
    expect(warning({ HOST: "0.0.0.0", PUBLIC_URL: "https://trellis.example.org" })).toBeNull();
    expect(warning({ HOST: "192.0.2.7" })).toMatch(/without encryption/);
    expect(warning({ PUBLIC_URL: "http://trellis.example.org" })).toMatch(/without encryption/);
  });

  it("[HS1] only the public address may act, with localhost and 127.0.0.1 as one", () => {
    expect([...allowedOrigins({ publicUrl: "https://trellis.example.org" })]).toEqual([
      "https://trellis.example.org",
    ]);
    expect([...allowedOrigins({ publicUrl: "http://localhost:4400" })].sort()).toEqual([
      "http://127.0.0.1:4400",
      "http://localhost:4400",
    ]);
  });
});
