/**
 * The HTTP interface: request and answer of every route, for the server's validation, the client's types and the
 * published OpenAPI description. Times are ISO 8601 in UTC. Errors are always {@link apiErrorSchema}.
 */
import { z } from "zod";
import { ROLES } from "../access/can.ts";

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
  })
  .meta({ id: "Template" });
export type Template = z.infer<typeof templateSchema>;

export const mapListItemSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    place: z.string().nullable(),
    role: z.enum(ROLES),
    createdAt: z.string(),
    updatedAt: z.string(),
    deletedAt: z.string().nullable(),
    /** People connected now. */
    online: z.number().int(),
  })
  .meta({ id: "Map" });
export type MapListItem = z.infer<typeof mapListItemSchema>;

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

export const renameMapSchema = z.object({ title: line(1, 120) }).meta({ id: "RenameMap" });
export type RenameMap = z.infer<typeof renameMapSchema>;

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

/** Limits on what may be posted. */
export const IMPORT_LIMITS = { bytes: 10 * 1024 * 1024, cards: 10_000, links: 50_000 } as const;
