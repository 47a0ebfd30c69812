/* A map worked out on paper for everything in time: warm homes in a harbour town.
 *
 *   a 2020-2024 municipal · b 2025-2029 regional · d 2028-2031 (at the same time as b) · c 2033-2030 (backwards)
 *   homes:   insulate 2021-2026, windows 2020-2023
 *   heat:    network 2027-03 to 2026 (backwards), study in b without dates, act from 2022-04, idea without anything
 *   mission: loose without anything
 */
import { aMap } from "./builders.ts";

const duty = (from: string, to: string, phase?: string) =>
  ({ type: "responsible", from, to, role: "accountable", ...(phase ? { phase } : {}) }) as const;

const fund = (from: string, to: string, amount: number | null, years?: string) =>
  ({
    type: "funds",
    from,
    to,
    amount,
    status: "committed",
    currency: "EUR",
    ...(years ? { years } : {}),
  }) as const;

export const townInTime = aMap("Harbour town")
  .withCard({
    id: "m",
    type: "mission",
    targetYear: 2030,
    baseCurrency: "EUR",
    phases: [
      { id: "c", start: "2033", end: "2030", leadLevel: "national" },
      { id: "a", name: "Begin", start: "2020", end: "2024", leadLevel: "municipal", focus: " " },
      { id: "b", start: "2025", end: "2029", leadLevel: "regional" },
      { id: "d", start: "2028", end: "2031" },
    ],
  })
  .withCard({ id: "homes", type: "challenge", home: "m" })
  .withCard({ id: "heat", type: "challenge", home: "m" })
  .withCard({ id: "insulate", type: "project", home: "homes", start: "2021", end: "2026" })
  .withCard({ id: "windows", type: "project", home: "homes", start: "2020", end: "2023" })
  .withCard({ id: "network", type: "project", home: "heat", start: "2027-03", end: "2026" })
  .withCard({ id: "study", type: "project", home: "heat", phase: "b" })
  .withCard({ id: "act", type: "instrument", home: "heat", start: "2022-04", status: "in_force" })
  .withCard({ id: "idea", type: "instrument", home: "heat" })
  .withCard({ id: "loose", type: "project", home: "m" })
  .withCard({ id: "council", type: "actor", level: "municipal" })
  .withCard({ id: "province", type: "actor", level: "regional" })
  .withCard({ id: "trust", type: "actor" })
  .withCard({ id: "route", type: "decision", status: "open", date: "2025-06" })
  .withCard({ id: "site", type: "decision", status: "decided", date: "2024", reviewDate: "2026" })
  .withCard({ id: "someday", type: "decision", status: "open" })
  .withCard({ id: "prices", type: "risk", reviewDate: "2025-01-15" })
  .withCard({
    id: "cold",
    type: "indicator",
    targets: [{ date: "2027", value: 2 }, { date: "2029", value: 1 }, { value: 3 }],
  })
  .withLink({ type: "decides", from: "route", to: "m" })
  .withLink({ type: "decides", from: "site", to: "insulate" })
  .withLink({ type: "threatens", from: "prices", to: "homes" })
  .withLink({ type: "threatens", from: "prices", to: "heat" })
  .withLink({ type: "measures", from: "cold", to: "homes" })
  .withLink({ type: "depends_on", from: "insulate", to: "network" })
  .withLink({ type: "depends_on", from: "insulate", to: "windows" })
  .withLink({ type: "depends_on", from: "windows", to: "act" })
  .withLink({ type: "depends_on", from: "network", to: "act" })
  .withLink({ type: "depends_on", from: "study", to: "insulate" })
  .withLink({ type: "depends_on", from: "insulate", to: "someday" })
  .withCard({ id: "grant", type: "funding", kind: "grant" })
  .withCard({ id: "own", type: "funding", kind: "own_budget" })
  .withLink({ type: "provides", from: "province", to: "grant" })
  .withLink({ type: "provides", from: "council", to: "own" })
  .withLink(fund("grant", "insulate", 300, "2023-2025"))
  .withLink(fund("own", "insulate", 60, "2019"))
  .withLink(fund("own", "study", 40))
  .withLink(fund("own", "loose", 7))
  .withLink(fund("grant", "study", null, "2026/27"))
  .withLink(duty("council", "m", "a"))
  .withLink(duty("province", "m", "b"))
  .withLink(duty("council", "homes"))
  .withLink(duty("council", "heat", "a"))
  .withLink(duty("council", "insulate", "a"))
  .withLink(duty("trust", "insulate", "b"))
  .snapshot();
