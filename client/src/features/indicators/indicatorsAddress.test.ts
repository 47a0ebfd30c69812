import { describe, expect, it } from "vitest";
import { readIndicators, writeIndicators } from "./indicatorsAddress.ts";

describe("the address of the indicators", () => {
  it("keeps what is chosen, leaves out what goes without saying and touches nothing else", () => {
    const search = "?card=p1&indicator=k-co2&verdict=off_track&without=2021,2020&overlap=20";
    const choices = readIndicators(search);
    expect(choices).toMatchObject({
      indicator: "k-co2",
      verdict: "off_track",
      order: "worst",
      without: [2020, 2021],
      overlap: 20,
    });
    expect(readIndicators(writeIndicators(search, choices))).toEqual(choices);
    expect(writeIndicators("?card=p1", readIndicators(""))).toBe("?card=p1");
    expect(writeIndicators("", readIndicators(""))).toBe("");
  });

  it("reads nonsense as the first choice", () => {
    expect(
      readIndicators(
        "?indicator=%20&verdict=fine&kind=x&order=9&without=20,x,2020,2020&overlap=1e9&mission=[]",
      ),
    ).toEqual({
      indicator: null,
      mission: null,
      challenge: null,
      verdict: null,
      kind: null,
      order: "worst",
      without: [2020],
      overlap: 90,
    });
  });

  it("forgets years and overlap with the indicator they belong to", () => {
    const large = readIndicators("?indicator=k&without=2020&overlap=20");
    expect(writeIndicators("?indicator=k&without=2020&overlap=20", { ...large, indicator: null })).toBe("");
  });
});
