// What every TemplateStore must show: documents as they went in, the limit, words, deletion and purge.
import type { TemplateId } from "@trellis/shared/schema/ids";
import { beforeEach, describe, expect, it } from "vitest";
import type { NewTemplate, TemplateStore } from "./templateStore.ts";

export interface TemplateStoreUnderTest {
  readonly templateStore: TemplateStore;
  close(): Promise<void>;
}

const A = "a" as TemplateId;
const B = "b" as TemplateId;
const UNKNOWN = "none" as TemplateId;
const MOST = 100;

const aTemplate = (id: TemplateId, change: Partial<NewTemplate> = {}): NewTemplate => ({
  id,
  title: `Template ${id}`,
  description: "",
  place: "Camden",
  cards: 3,
  links: 2,
  createdAt: 10,
  createdBy: "owner",
  document: '{"title":"T","cards":[]}',
  ...change,
});

/** @param open makes an empty store; each test gets its own */
export function templateStoreContract(open: () => Promise<TemplateStoreUnderTest>): void {
  describe("TemplateStore contract", () => {
    let templates: TemplateStore;
    beforeEach(async () => {
      const store = await open();
      templates = store.templateStore;
      return () => store.close();
    });

    it("[TS1] gives back what went in, to the letter, and lists it newest first without the document", async () => {
      const document = JSON.stringify({ title: "\u0000 \u{20000} '; DROP TABLE templates", cards: [] });
      const made = aTemplate(A, { title: "경기도", description: "Two\nlines", document });
      expect(await templates.add(made, MOST)).toBe("added");
      expect(await templates.add(aTemplate(B, { createdAt: 20 }), MOST)).toBe("added");
      expect(await templates.find(A)).toEqual(made);
      expect(await templates.find(UNKNOWN)).toBeNull();
      const { document: _, ...listed } = made;
      const list = await templates.list();
      expect(list.map(({ id }) => id)).toEqual([B, A]);
      expect(list[1]).toEqual(listed);
    });

    it("[TS2] takes no more than the limit, also when many come at once; a deleted one makes room", async () => {
      const ids = Array.from({ length: 12 }, (_, index) => `t${index}` as TemplateId);
      const answers = await Promise.all(ids.map((id) => templates.add(aTemplate(id), 5)));
      expect(answers.filter((answer) => answer === "added")).toHaveLength(5);
      const [first] = await templates.list();
      expect(await templates.add(aTemplate(A), 5)).toBe("full");
      expect(await templates.markDeleted(first?.id ?? UNKNOWN, 50)).toBe(true);
      expect(await templates.add(aTemplate(A), 5)).toBe("added");
    });

    it("[TS3] changes the words that are given and nothing else", async () => {
      await templates.add(aTemplate(A), MOST);
      expect(await templates.describe(A, { title: "New" })).toBe(true);
      expect(await templates.describe(A, { description: "About" })).toBe(true);
      expect(await templates.find(A)).toEqual(aTemplate(A, { title: "New", description: "About" }));
      expect(await templates.describe(UNKNOWN, { title: "X" })).toBe(false);
    });

    it("[TS4] a deleted one is out of the list and closed until it is brought back", async () => {
      await templates.add(aTemplate(A), MOST);
      expect(await templates.markDeleted(A, 50)).toBe(true);
      expect(await templates.markDeleted(A, 51)).toBe(false);
      expect(await templates.list()).toEqual([]);
      expect(await templates.find(A)).toBeNull();
      expect(await templates.describe(A, { title: "X" })).toBe(false);
      expect(await templates.restore(A)).toBe(true);
      expect(await templates.restore(A)).toBe(false);
      expect(await templates.restore(UNKNOWN)).toBe(false);
      expect(await templates.find(A)).toEqual(aTemplate(A));
    });

    it("[TS5] purges only what was deleted before the limit", async () => {
      await templates.add(aTemplate(A), MOST);
      await templates.add(aTemplate(B), MOST);
      await templates.markDeleted(A, 100);
      expect(await templates.purgeDeletedBefore(100)).toEqual([]);
      expect(await templates.purgeDeletedBefore(101)).toEqual([A]);
      expect(await templates.restore(A)).toBe(false);
      expect(await templates.find(B)).not.toBeNull();
    });
  });
}
