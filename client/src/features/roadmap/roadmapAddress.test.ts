import { describe, expect, it } from "vitest";
import { readRoadmap, writeRoadmap } from "./roadmapAddress.ts";

describe("the roadmap in the address", () => {
  it("comes back as it was written, and leaves other keys alone", () => {
    const search = writeRoadmap("?card=p-zeb&level=national", {
      part: "phases",
      zoom: "quarters",
      mission: "m-2038" as never,
    });
    expect(search).toBe("?card=p-zeb&level=national&part=phases&zoom=quarters&of=m-2038");
    expect(readRoadmap(search)).toEqual({ part: "phases", zoom: "quarters", mission: "m-2038" });
  });

  it("leaves out what goes without saying and takes nonsense for the first choice", () => {
    expect(readRoadmap("?part=moon&zoom=&of=%20")).toEqual({ part: "time", zoom: "fit", mission: null });
    expect(writeRoadmap("?part=table", { part: "time", zoom: "fit", mission: null })).toBe("");
  });
});
