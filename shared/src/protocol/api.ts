/**
 * The HTTP interface: request and answer of every route, for the server's validation, the client's types and the
 * published OpenAPI description. Times are ISO 8601 in UTC. Errors are always {@link apiErrorSchema}.
 */
import { z } from "zod";
import { ROLES } from "../access/can.ts";
import { isDate } from "../schema/checkValue.ts";
import { CARD_TYPES, ENUMS } from "../schema/enums.ts";
import { NUMBER_MOST } from "../schema/fields.ts";
import { isId } from "../schema/ids.ts";
import { MAP_LIMITS } from "../schema/mapLimits.ts";

export const apiErrorSchema = z
  .object({ code: z.string(), message: z.string() })
  .meta({ id: "Error", description: "`code` is stable; `message` is a sentence for a person." });
export type ApiError = z.infer<typeof apiErrorSchema>;

export const templateSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    place: z.string(),
    cards: z.number().int(),
    links: z.number().int(),
    /** `own`: saved from a map of this server; it can be renamed and deleted. */
    origin: z.enum(["shipped", "own"]),
    /** When an own template was saved. */
    createdAt: z.string().nullable(),
  })
  .meta({ id: "Template" });
export type Template = z.infer<typeof templateSchema>;

/** A template as it is looked at before it is used. */
export const templateDetailSchema = templateSchema
  .extend({
    /** Cards of each type; types without any are left out. */
    byType: z.partialRecord(z.enum(CARD_TYPES), z.number().int()),
    /** The day to which its figures speak. */
    asOf: z.string().nullable(),
    sources: z.array(
      z.object({
        title: z.string(),
        publisher: z.string().nullable(),
        year: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "TemplateDetail" });
export type TemplateDetail = z.infer<typeof templateDetailSchema>;

const personSchema = z.object({ name: z.string(), organisation: z.string() }).meta({ id: "Person" });

export const mapListItemSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    place: z.string().nullable(),
    role: z.enum(ROLES),
    createdAt: z.string(),
    updatedAt: z.string(),
    /** Who made the last change; null when nobody did since the map was made, or they are no longer known. */
    changedBy: z.object({ name: z.string(), isYou: z.boolean() }).nullable(),
    deletedAt: z.string().nullable(),
    /** When a deleted map goes for good. */
    goneAt: z.string().nullable(),
    /** People connected now, each once. */
    online: z.array(personSchema),
    /** Changes whenever the picture may have changed; for `/api/maps/{id}/picture?v=`. */
    picture: z.string(),
  })
  .meta({ id: "Map" });
export type MapListItem = z.infer<typeof mapListItemSchema>;

/** `by` counts in `people`; null for somebody who is no longer known. */
const touchSchema = z.object({ at: z.string(), by: z.number().int().nullable() }).meta({ id: "Touch" });

/** Who last touched which card. Of cards nobody has touched since `recordedFrom` nothing is known. */
export const mapTouchesSchema = z
  .object({
    recordedFrom: z.string(),
    /** Ask with this as `after` for what comes next. It lies a little back, so that nothing is missed. */
    next: z.string(),
    people: z.array(z.object({ name: z.string(), isYou: z.boolean() })),
    cards: z.array(
      z.object({
        card: z.string(),
        added: touchSchema.nullable(),
        edited: touchSchema.nullable(),
        /** Somebody looked it through and said that it is still right. */
        confirmed: touchSchema.nullable(),
      }),
    ),
    /** Cards removed within a year, the newest 2,000, with the title they had. */
    removed: z.array(
      touchSchema.extend({
        card: z.string(),
        title: z.string(),
        type: z.enum(CARD_TYPES).nullable(),
        addedAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "MapTouches" });
export type MapTouchesAnswer = z.infer<typeof mapTouchesSchema>;

/** Only what came after this moment. */
export const touchesQuerySchema = z.object({ after: z.iso.datetime({ offset: true }).optional() });

/** Cards confirmed at once. */
const CONFIRMED_AT_ONCE = 500;
export const confirmCardsSchema = z
  .object({
    cards: z
      .array(z.string().refine(isId, { message: "is not the id of a card" }))
      .min(1)
      .max(CONFIRMED_AT_ONCE),
  })
  .meta({ id: "ConfirmCards" });
export type ConfirmCards = z.infer<typeof confirmCardsSchema>;

/** One line of text a person typed: control characters become spaces, half a character pair is refused. */
const line = (min: number, max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\p{Cc}+/gu, " "))
    .trim()
    .min(min)
    .max(max)
    .refine((text) => text.isWellFormed(), { message: "is not text" });

/** `document` is the file of GET /api/maps/:id/export/json; it is checked card by card when the map is made. */
export const createMapSchema = z
  .object({
    title: line(1, 120).optional(),
    templateId: z.string().max(64).optional(),
    document: z.unknown().optional(),
  })
  .refine((body) => body.templateId === undefined || body.document === undefined, {
    message: "Give either templateId or document, not both.",
  })
  .meta({ id: "CreateMap" });
export type CreateMap = z.infer<typeof createMapSchema>;
export const createdMapSchema = z.object({ id: z.string() }).meta({ id: "CreatedMap" });

const TEMPLATE_TITLE = 120;
const TEMPLATE_DESCRIPTION = 2_000;

/** Several lines a person typed. */
const paragraph = z
  .string()
  .overwrite((text) => text.replace(/[^\P{Cc}\n]+/gu, " "))
  .trim()
  .max(TEMPLATE_DESCRIPTION)
  .refine((text) => text.isWellFormed(), { message: "is not text" });

export const saveTemplateSchema = z
  .object({
    mapId: z.string().max(64),
    title: line(1, TEMPLATE_TITLE),
    /** Left out or empty: the map's own description. */
    description: paragraph.optional(),
    /** `structure` leaves out statuses, dates, sums and figures. */
    keep: z.enum(["everything", "structure"]),
  })
  .meta({ id: "SaveTemplate" });
export type SaveTemplate = z.infer<typeof saveTemplateSchema>;

export const describeTemplateSchema = z
  .object({ title: line(1, TEMPLATE_TITLE), description: paragraph })
  .partial()
  .refine((body) => body.title !== undefined || body.description !== undefined, {
    message: "Give a title or a description.",
  })
  .meta({ id: "DescribeTemplate" });
export type DescribeTemplate = z.infer<typeof describeTemplateSchema>;

export const renameMapSchema = z.object({ title: line(1, 120) }).meta({ id: "RenameMap" });
export type RenameMap = z.infer<typeof renameMapSchema>;

/** Actuals taken in one request. */
const ACTUALS_LIMIT = 1_000;

/** What a council's own data job reports of an indicator. Bringing the same in twice changes nothing. */
export const reportActualsSchema = z
  .object({
    actuals: z
      .array(
        // A misspelt name is refused: a value would go in without what was meant to be said of it.
        z.strictObject({
          date: z
            .string()
            .refine(isDate, { message: "must be a year, a month or a day: 2025, 2025-03 or 2025-03-31" })
            .meta({ description: "2025, 2025-03 or 2025-03-31" }),
          value: z.number().min(-NUMBER_MOST).max(NUMBER_MOST),
          source: line(1, 300).meta({ description: "Id of one of the map's sources, or a citation." }),
          status: line(0, 60).optional().meta({ description: "provisional, revised ..." }),
          note: paragraph.optional(),
        }),
      )
      .min(1)
      .max(ACTUALS_LIMIT),
  })
  .meta({ id: "ReportActuals" });
export type ReportActuals = z.infer<typeof reportActualsSchema>;

/** How many were new, and how many were there with the same date and source and are now as reported. */
export const reportedActualsSchema = z
  .object({ added: z.number().int(), replaced: z.number().int() })
  .meta({ id: "ReportedActuals" });
export type ReportedActuals = z.infer<typeof reportedActualsSchema>;

export const createGuestLinkSchema = z
  .object({
    role: z.enum(["viewer", "editor"]),
    /** When the link stops working; without it, until it is revoked. */
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: "CreateGuestLink" });
export type CreateGuestLink = z.infer<typeof createGuestLinkSchema>;

export const guestLinkSchema = z
  .object({
    id: z.string(),
    role: z.enum(["viewer", "editor"]),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    /** How many guests have come in by it. */
    guests: z.number().int(),
  })
  .meta({ id: "GuestLink" });
export type GuestLink = z.infer<typeof guestLinkSchema>;

/** The url is shown once: only its hash is kept. */
export const createdGuestLinkSchema = z
  .object({ id: z.string(), url: z.string() })
  .meta({ id: "CreatedGuestLink" });

export const signInSchema = z.object({ secret: z.string().min(1).max(200) }).meta({ id: "SignIn" });
export type SignIn = z.infer<typeof signInSchema>;

export const redeemGuestLinkSchema = z
  .object({
    secret: z.string().min(1).max(200),
    name: line(1, 80),
    organisation: line(0, 120),
  })
  .meta({ id: "RedeemGuestLink" });
export type RedeemGuestLink = z.infer<typeof redeemGuestLinkSchema>;
export const redeemedGuestLinkSchema = z.object({ mapId: z.string() }).meta({ id: "RedeemedGuestLink" });

export const meSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: z.string(),
    kind: z.enum(["owner", "guest", "token"]),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof meSchema>;

export const healthSchema = z
  .object({ status: z.enum(["ok", "failing"]), version: z.string() })
  .meta({ id: "Health" });

const text = z.string().nullable();

/** Evidence of a map that says something of its place, to compare others with. Null: not known. */
const mapCaseSchema = z
  .object({
    /** The evidence card's id on its map. */
    card: z.string(),
    title: z.string(),
    summary: text,
    kind: z.enum(ENUMS.evidenceKind).nullable(),
    year: text,
    group: text,
    profile: z.object({ region: text, size: text, governance: text, civilSociety: text, contactRole: text }),
    lesson: text,
    transferable: z.enum(ENUMS.transferable).nullable(),
    transferableWhy: text,
    links: z.array(z.object({ label: text, url: z.string() })),
    source: text,
  })
  .meta({ id: "Case" });

/** `except` leaves out a map whose cases the asker has at hand. */
export const casesQuerySchema = z.object({ except: z.string().max(64).optional() });

export const caseListSchema = z
  .object({
    /** Maps with cases, newest change first. */
    maps: z.array(z.object({ id: z.string(), title: z.string(), cases: z.array(mapCaseSchema) })),
    /** Maps looked through, with and without cases. */
    looked: z.number().int(),
    /** Maps left out, or not listed to their end, because the answer was full. */
    cutOff: z.number().int(),
    /** Maps that could not be read. */
    unread: z.number().int(),
  })
  .meta({ id: "CaseList" });
export type CaseList = z.infer<typeof caseListSchema>;

/** What one answer with cases holds at most, and what one map may give to it. Sizes are of its JSON. */
export const CASE_LIMITS = { maps: 200, cases: 2_000, bytes: 1024 * 1024, mapBytes: 256 * 1024 } as const;

/** Limits on what may be posted. */
export const TEMPLATE_LIMITS = {
  count: 100,
  bytes: 4 * 1024 * 1024,
  title: TEMPLATE_TITLE,
  description: TEMPLATE_DESCRIPTION,
} as const;
export const IMPORT_LIMITS = { bytes: 10 * 1024 * 1024, ...MAP_LIMITS } as const;
