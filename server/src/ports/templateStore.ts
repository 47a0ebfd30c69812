// Templates that people of this server saved from their maps. A template is a map file and what lists show of it; it
// holds no log, no roles and no people. Invariants: (1) the document never changes after it was saved; (2) one marked
// deleted gives its document to nobody until it is brought back.
import type { TemplateId } from "@trellis/shared/schema/ids";
import type { TimeMs } from "./docStore.ts";

export interface TemplateWords {
  readonly title: string;
  readonly description: string;
}

export interface TemplateRecord extends TemplateWords {
  readonly id: TemplateId;
  readonly place: string;
  readonly cards: number;
  readonly links: number;
  readonly createdAt: TimeMs;
  readonly createdBy: string;
}

export interface NewTemplate extends TemplateRecord {
  /** A map file as JSON; checked by the caller. */
  readonly document: string;
}

export interface TemplateStore {
  /** Adds one unless `most` are in use already; two at once cannot pass the limit together. */
  add(template: NewTemplate, most: number): Promise<"added" | "full">;
  /** Those in use, newest first, without their documents. */
  list(): Promise<TemplateRecord[]>;
  /** One in use, or null. */
  find(id: TemplateId): Promise<NewTemplate | null>;
  /** Changes title, description or both. False when it is unknown or deleted. */
  describe(id: TemplateId, words: Partial<TemplateWords>): Promise<boolean>;
  /** False when it is unknown or was deleted already. */
  markDeleted(id: TemplateId, at: TimeMs): Promise<boolean>;
  /** False when it is unknown or not deleted. */
  restore(id: TemplateId): Promise<boolean>;
  /** Removes for good what was deleted before `limit`. Answers the ids. */
  purgeDeletedBefore(limit: TimeMs): Promise<TemplateId[]>;
}
