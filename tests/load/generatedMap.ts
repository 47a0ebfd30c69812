/*
 * The map every measurement runs on: a mission tree of n cards and about 1.5 n links in the file format, the same for
 * the same n. Words are made up from a list; nothing in it is a fact about a place.
 */
import { decodeMapFile, type MapFile } from "@trellis/shared/schema/mapFile";

const WORDS =
  "clean transport housing water energy climate schools health ports rail care river coast farms skills jobs air grid heat".split(
    " ",
  );
const LEVELS = ["national", "regional", "city_region", "municipal", "neighbourhood"] as const;
const STATUSES = ["idea", "proposed", "approved", "in_delivery", "completed"] as const;

type Type = "mission" | "challenge" | "project" | "instrument" | "actor" | "indicator";
const AFTER_TREE: readonly Type[] = ["project", "project", "project", "instrument", "actor", "indicator"];

/** Numbers in [0, 1), the same sequence for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A map of `count` cards as a file that a person might have exported. */
export function generatedMap(count: number): MapFile {
  const random = randomNumbers(42);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const title = (index: number) => `${pick(WORDS)} ${pick(WORDS)} ${index}`;
  const challenges = Math.max(1, Math.round(count / 12));
  const typeOf = (index: number): Type =>
    index === 0 ? "mission" : index <= challenges ? "challenge" : AFTER_TREE[index % AFTER_TREE.length]!;
  const cards = Array.from({ length: count }, (_, index) => {
    const type = typeOf(index);
    return {
      id: `c${index}`,
      type,
      title: title(index),
      summary: `${title(index)}: ${pick(WORDS)} and ${pick(WORDS)} for everybody who lives here.`,
      ...(type === "indicator" ? {} : { level: pick(LEVELS) }),
      ...(type === "project" || type === "challenge" ? { status: pick(STATUSES) } : {}),
    };
  });
  const links: { id: string; type: string; from: string; to: string; role?: string }[] = [];
  const link = (type: string, from: number, to: number, fields = {}) =>
    links.push({ id: `l${links.length}`, type, from: `c${from}`, to: `c${to}`, ...fields });
  const someChallenge = () => 1 + Math.floor(random() * challenges);
  const roles = ["accountable", "responsible", "consulted"] as const;
  for (let index = 1; index < count; index++) {
    const type = typeOf(index);
    if (type === "challenge") link("part_of", index, 0);
    else if (type === "actor") link("responsible", index, someChallenge(), { role: pick(roles) });
    else if (type === "indicator") link("measures", index, someChallenge());
    else link("part_of", index, someChallenge());
  }
  for (let guard = 0; links.length < count * 1.5 && guard < count * 10; guard++) {
    const from = 1 + Math.floor(random() * (count - 1));
    const to = 1 + Math.floor(random() * (count - 1));
    if (from !== to) link("relates_to", from, to);
  }
  const decoded = decodeMapFile(
    { schemaVersion: 1, title: `${count} cards`, cards, links },
    { cards: 10_000, links: 50_000 },
  );
  if (!decoded.file) throw new Error(`The generated map is not valid: ${decoded.problems.join(" ")}`);
  return decoded.file;
}

/** The same map as the JSON text that is posted. */
export const generatedDocument = (count: number): Record<string, unknown> => documentOf(generatedMap(count));

export function documentOf({ settings, ...file }: MapFile): Record<string, unknown> {
  return { ...settings, ...file };
}

/**
 * A map of which the canvas shows every card and every link without being asked: a mission, its challenges with
 * projects and instruments, and actors accountable for them. 1.5 links to a card.
 */
export function drawnMap(count: number): MapFile {
  const random = randomNumbers(7);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const challenges = Math.max(1, Math.round(count / 12));
  const types = ["project", "project", "project", "instrument", "actor"] as const;
  const cards = Array.from({ length: count }, (_, index) => {
    const type = index === 0 ? "mission" : index <= challenges ? "challenge" : types[index % types.length]!;
    const title = `${pick(WORDS)} ${pick(WORDS)} ${index}`;
    const status = type === "project" || type === "challenge" ? { status: pick(STATUSES) } : {};
    return { id: `c${index}`, type, title, level: pick(LEVELS), ...status };
  });
  const links = new Map<string, object>();
  const link = (type: string, from: string, to: string, fields = {}) => {
    const key = `${type} ${from} ${to}`;
    if (!links.has(key)) links.set(key, { id: `l${links.size}`, type, from, to, ...fields });
  };
  for (const { id, type } of cards) {
    if (type === "challenge") link("part_of", id, "c0");
    else if (type === "project" || type === "instrument")
      link("part_of", id, `c${1 + Math.floor(random() * challenges)}`);
  }
  const actors = cards.filter(({ type }) => type === "actor");
  const projects = cards.filter(({ type }) => type === "project");
  while (links.size < count * 1.5)
    link("responsible", pick(actors).id, pick(projects).id, { role: "accountable" });
  const limits = { cards: 10_000, links: 50_000 };
  const file = { schemaVersion: 1, title: `${count} cards`, cards, links: [...links.values()] };
  const decoded = decodeMapFile(file, limits);
  if (!decoded.file) throw new Error(`The generated map is not valid: ${decoded.problems.join(" ")}`);
  return decoded.file;
}
