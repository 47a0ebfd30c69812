/**
 * What one person shows the others while connected (Yjs awareness). It is never stored. `person` is stamped by the
 * server from the login, whatever a client sends; every other field is the client's own word.
 */
import * as z from "zod/mini";
import type { CardId } from "../schema/ids.ts";

/** Whom a peer is, as the server knows them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
}

/** A part of the map in canvas units: the point in the middle, then width and height. Screens differ in size. */
export type Sight = readonly [x: number, y: number, width: number, height: number];

/** One peer's state. Positions are in canvas units, rounded to whole numbers. */
export interface Presence {
  readonly person?: Person;
  /** Pointer on the canvas, absent when it is elsewhere. */
  readonly cursor?: readonly [number, number] | null;
  /** Cards (or one link) selected now. */
  readonly selection?: readonly string[];
  /** Cards being dragged and the offset from where they stand in the document. */
  readonly drag?: { readonly ids: readonly CardId[]; readonly by: readonly [number, number] } | null;
  /** The card whose text or fields this person is editing. */
  readonly editing?: string | null;
  /** The view this person is in, by its id. */
  readonly view?: string;
  /** The Yjs client id of the tab this one follows. */
  readonly following?: number | null;
  /** The part of the map on this person's canvas. Shown only while somebody follows, so that a crowd stays quiet. */
  readonly sight?: Sight | null;
  /** Cards and links this person removed or took back last: what is no longer there carries nobody's name. */
  readonly removed?: readonly string[];
  /** Name and colour for the caret in rich text, in the shape the caret extension reads. */
  readonly user?: { readonly name: string; readonly color: string };
}

const whole = z.int().check(z.minimum(-1e9), z.maximum(1e9));
const id = z.string().check(z.maxLength(64));
const ids = z.array(id).check(z.maxLength(500));
const extent = z.int().check(z.minimum(1), z.maximum(1e9));
const person = z.object({ id: z.string(), name: z.string(), organisation: z.string() });

/** Reads a peer's state; anything that does not fit is dropped, since presence is only ever decoration. */
export const presenceSchema = z.object({
  person: z.catch(z.optional(person), undefined),
  cursor: z.catch(z.nullish(z.tuple([whole, whole])), null),
  selection: z.catch(z.optional(ids), undefined),
  drag: z.catch(z.nullish(z.object({ ids, by: z.tuple([whole, whole]) })), null),
  editing: z.catch(z.nullish(id), null),
  view: z.catch(z.optional(z.string().check(z.maxLength(32))), undefined),
  following: z.catch(z.nullish(z.int().check(z.minimum(0), z.maximum(0xffffffff))), null),
  removed: z.catch(z.optional(ids), undefined),
  sight: z.catch(z.nullish(z.tuple([whole, whole, extent, extent])), null),
  user: z.catch(
    z.optional(
      z.object({
        name: z.string().check(z.maxLength(80)),
        color: z.string().check(z.maxLength(16)),
      }),
    ),
    undefined,
  ),
});

/** Presence frames larger than this are refused (bytes). */
export const PRESENCE_LIMIT_BYTES = 16_384;
