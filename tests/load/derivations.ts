/*
 * What it costs to work everything out: all derivations of a map of 500 cards and 1,500 links together, from nothing
 * and after one edit, as CPU time of the thread that asks. The map is the worked example four times over, so that every
 * derivation has as much to do as on a real map.
 */
import { asking } from "@trellis/shared/derive/ask";
import { editField } from "@trellis/shared/ops/cards";
import { edit, LocalOrigin } from "@trellis/shared/ops/edit";
import { placeCards } from "@trellis/shared/ops/layout";
import { addLink } from "@trellis/shared/ops/links";
import { observeMap, takeSnapshot } from "@trellis/shared/read/observe";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { MapDoc, type MapDraft } from "@trellis/shared/schema/mapDoc";
import example from "@trellis/shared/templates/greater-manchester-2038.json" with { type: "json" };
import { decoded, docOf } from "../support/builders.ts";
import { everything } from "../support/everyQuestion.ts";

const COPIES = 4;
const LINKS = 1500;
const RUNS = 15;
const CONTEXT = { today: "2026-01-31" };

export interface DerivationResult {
  readonly what: string;
  readonly cards: number;
  readonly links: number;
  readonly cpuMsMedian: number;
  readonly cpuMsMost: number;
  /** Whether the edit says anything that a derivation reads. */
  readonly isTouching: boolean;
  /** Answers that are not the ones of before, of all. */
  readonly changed: number;
  readonly answers: number;
}

/** The worked example several times over, with as many more links as make up the number. */
function largeMap() {
  const named = (copy: number, id: string) => `${copy}.${id}`;
  const copies = Array.from({ length: COPIES }, (_, copy) => copy);
  const cards = copies.flatMap((copy) =>
    example.cards.map((card) => ({ ...card, id: named(copy, card.id) })),
  );
  const links: object[] = copies.flatMap((copy) =>
    example.links.map(({ from, to, ...link }) => ({ ...link, from: named(copy, from), to: named(copy, to) })),
  );
  const of = (type: string) => cards.filter((card) => card.type === type).map((card) => card.id);
  const [actors, projects] = [of("actor"), of("project")];
  for (let index = 0; links.length < LINKS; index++) {
    const ends = { from: actors[(index * 7) % actors.length], to: projects[index % projects.length] };
    links.push({ type: "responsible", role: "informed", ...ends });
  }
  return decoded({ ...example, cards, links });
}

const CARD = "0.p-retrofitgm" as CardId;
const field = (card: string, name: string) => (draft: MapDraft, run: number, values: readonly unknown[]) =>
  editField(draft, { card: card as CardId, field: name, value: values[run % values.length] });

const EDITS: readonly { what: string; isTouching?: false; make: (draft: MapDraft, run: number) => void }[] = [
  {
    what: "a title",
    isTouching: false,
    make: (draft, run) => field(CARD, "title")(draft, run, [`Title ${run}`]),
  },
  {
    what: "a card moved",
    isTouching: false,
    make: (draft, run) => placeCards(draft, { cards: [{ id: CARD, pos: [run, run] }] }),
  },
  {
    what: "an actor's level",
    make: (draft, run) => field("0.a-rps", "level")(draft, run, ["national", "regional"]),
  },
  {
    what: "a project's status",
    make: (draft, run) => field(CARD, "status")(draft, run, ["paused", "in_delivery"]),
  },
  {
    what: "a new duty",
    make: (draft, run) => {
      const from = `${run % COPIES}.a-oglesby` as CardId;
      const to =
        `${run % COPIES}.${["p-zeb", "p-cap", "p-bee", "p-eia"][Math.floor(run / COPIES)] ?? "p-lem"}` as CardId;
      addLink(draft, { type: "responsible", from, to, fields: { role: "responsible" } });
    },
  },
];

interface Sample {
  readonly cpuMs: number;
  readonly answers: ReadonlyMap<string, unknown>;
}

function measured(snapshot: MapSnapshot): Sample {
  const before = process.threadCpuUsage();
  const answers = everything(asking(snapshot, CONTEXT));
  const { user, system } = process.threadCpuUsage(before);
  return { cpuMs: (user + system) / 1000, answers };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function summary(
  what: string,
  snapshot: MapSnapshot,
  samples: readonly Sample[],
  changed: number,
  isTouching = true,
): DerivationResult {
  const sorted = samples.map((sample) => sample.cpuMs).sort((one, other) => one - other);
  return {
    what,
    cards: snapshot.cards.size,
    links: snapshot.links.size,
    cpuMsMedian: rounded(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN),
    cpuMsMost: rounded(sorted.at(-1) ?? Number.NaN),
    isTouching,
    changed,
    answers: samples[0]?.answers.size ?? 0,
  };
}

/** One result for the first asking, then one for each kind of edit. */
export function runDerivations(): DerivationResult[] {
  const file = largeMap();
  // Maps of their own share nothing, so nothing of one is known of the next.
  const fresh = Array.from({ length: RUNS }, () => takeSnapshot(new MapDoc(docOf(file))));
  const first = fresh.map(measured);
  const results = [summary("from nothing", fresh[0] as MapSnapshot, first, first[0]?.answers.size ?? 0)];
  const map = new MapDoc(docOf(file));
  let newest = observeMap(map, (snapshot) => {
    newest = snapshot;
  }).first;
  let before = measured(newest).answers;
  for (const { what, make, isTouching } of EDITS) {
    let changed = 0;
    const samples = Array.from({ length: RUNS }, (_, run) => {
      edit(map, new LocalOrigin(), (draft) => make(draft, run));
      const sample = measured(newest);
      const differing = [...sample.answers].filter(([name, answer]) => answer !== before.get(name)).length;
      changed = Math.max(changed, differing);
      before = sample.answers;
      return sample;
    });
    results.push(summary(`after ${what}`, newest, samples, changed, isTouching));
  }
  return results;
}
