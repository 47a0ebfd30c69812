/** The view in which what a check asks for is worked on: its id, and what of it as the search part of its address. */
interface CheckView {
  /** Key of its name under `health.view`. */
  readonly view: "indicators" | "funding" | "roadmap";
  readonly search?: string;
}

const INDICATORS: CheckView = { view: "indicators" };

export const CHECK_VIEWS: Readonly<Record<string, CheckView>> = {
  H04: INDICATORS,
  H05: INDICATORS,
  H06: INDICATORS,
  H07: INDICATORS,
  H18: { view: "funding", search: "money=cards&list=short" },
  H23: { view: "roadmap", search: "part=phases" },
  H24: { view: "funding", search: "stack=sector" },
  H25: { view: "funding", search: "money=pots" },
};
