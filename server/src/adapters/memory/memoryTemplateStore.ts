// The TemplateStore port in memory.
import type { TemplateId } from "@trellis/shared/schema/ids";
import type { TimeMs } from "../../ports/docStore.ts";
import type { NewTemplate, TemplateRecord, TemplateStore, TemplateWords } from "../../ports/templateStore.ts";
import { type Door, enter } from "./door.ts";

interface StoredTemplate {
  template: NewTemplate;
  deletedAt: TimeMs | null;
}

export class MemoryTemplateStore implements TemplateStore {
  readonly #templates = new Map<TemplateId, StoredTemplate>();
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  #inUse(id: TemplateId): StoredTemplate | undefined {
    const stored = this.#templates.get(id);
    return stored?.deletedAt === null ? stored : undefined;
  }

  async add(template: NewTemplate, most: number): Promise<"added" | "full"> {
    await enter(this.#door);
    const inUse = [...this.#templates.keys()].filter((id) => this.#inUse(id));
    if (inUse.length >= most) return "full";
    this.#templates.set(template.id, { template, deletedAt: null });
    return "added";
  }

  async list(): Promise<TemplateRecord[]> {
    await enter(this.#door);
    return [...this.#templates.values()]
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ template: { document: _, ...record } }) => record)
      .sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? -1 : 1));
  }

  async find(id: TemplateId): Promise<NewTemplate | null> {
    await enter(this.#door);
    return this.#inUse(id)?.template ?? null;
  }

  async describe(id: TemplateId, words: Partial<TemplateWords>): Promise<boolean> {
    await enter(this.#door);
    const stored = this.#inUse(id);
    if (stored === undefined) return false;
    stored.template = { ...stored.template, ...words };
    return true;
  }

  async markDeleted(id: TemplateId, at: TimeMs): Promise<boolean> {
    await enter(this.#door);
    const stored = this.#inUse(id);
    if (stored === undefined) return false;
    stored.deletedAt = at;
    return true;
  }

  async restore(id: TemplateId): Promise<boolean> {
    await enter(this.#door);
    const stored = this.#templates.get(id);
    if (stored === undefined || stored.deletedAt === null) return false;
    stored.deletedAt = null;
    return true;
  }

  async purgeDeletedBefore(limit: TimeMs): Promise<TemplateId[]> {
    await enter(this.#door);
    const old = [...this.#templates].filter(([, { deletedAt }]) => deletedAt !== null && deletedAt < limit);
    for (const [id] of old) this.#templates.delete(id);
    return old.map(([id]) => id);
  }
}
