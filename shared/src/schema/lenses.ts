/**
 * Lenses: every framework is one tag mechanism. A tagged lens holds values a card carries; a rated lens holds items
 * people judge from 0 to 4. Names of lenses and items live in the client's catalogue under `lens.<id>`.
 */
export interface Lens {
  readonly id: string;
  readonly values: readonly (string | number)[];
  /** People rate its items (assessments); it can still be used as tags. */
  readonly rated?: true;
}

export const LENSES: readonly Lens[] = [
  { id: "sdg", values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] },
  { id: "urbanTheme", values: ["green", "healthy", "just"] },
  { id: "roar", values: ["routes", "organisations", "assessment", "risks_rewards"] },
  {
    id: "block",
    values: [
      "champions",
      "intermediaries",
      "participation",
      "culture",
      "resources",
      "accountability",
      "indicators",
    ],
    rated: true,
  },
  { id: "learning", values: ["civic", "administrative", "policy"] },
  { id: "sphere", values: ["operations", "capital", "collective_impact"] },
  { id: "focus", values: ["culture", "information", "engagement"] },
  {
    id: "criteria",
    values: ["bold", "clear_direction", "realistic_innovation", "cross_actor", "bottom_up"],
    rated: true,
  },
  {
    id: "dac",
    values: ["relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability"],
    rated: true,
  },
  {
    id: "doughnut",
    values: ["local_social", "local_ecological", "global_social", "global_ecological"],
  },
];
