import { expect, it } from "vitest";
import { type Doings, isDone, mostAccountable, STEPS, type Step, stepAfter } from "./steps.ts";

const NOTHING: Doings = {
  moved: false,
  cardOpen: false,
  changed: false,
  saved: false,
  answerSeen: false,
  sharedOrUndone: false,
};

it("each step ends by its own deed and by no other", () => {
  const deeds: Readonly<Record<Step, Partial<Doings>>> = {
    look: { moved: true },
    open: { cardOpen: true },
    change: { changed: true, saved: true },
    answer: { answerSeen: true },
    together: { sharedOrUndone: true },
  };
  for (const step of STEPS)
    for (const deed of STEPS) expect(isDone(step, { ...NOTHING, ...deeds[deed] })).toBe(step === deed);
});

it("a change counts once it is saved", () => {
  expect(isDone("change", { ...NOTHING, changed: true })).toBe(false);
  expect(isDone("change", { ...NOTHING, saved: true })).toBe(false);
});

it("there are five steps, and then none", () => {
  const walked: Step[] = [];
  for (let step: Step | null = "look"; step; step = stepAfter(step)) walked.push(step);
  expect(walked).toEqual([...STEPS]);
  expect(walked).toHaveLength(5);
});

it("shows the actor who answers for most, and nobody where nobody answers", () => {
  const role = (id: string, from: string, of = "accountable") =>
    [id, { id, type: "responsible", from, to: "p", role: of }] as const;
  const links = new Map([
    role("l1", "one"),
    role("l2", "two"),
    role("l3", "two"),
    role("l4", "one", "informed"),
  ]);
  expect(mostAccountable({ links } as never)).toBe("two");
  expect(mostAccountable({ links: new Map() })).toBeNull();
});
