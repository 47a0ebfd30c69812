// The public description of the HTTP interface, made from the schemas that also check it.
import {
  apiErrorSchema,
  caseListSchema,
  casesQuerySchema,
  confirmCardsSchema,
  createdGuestLinkSchema,
  createdMapSchema,
  createGuestLinkSchema,
  createMapSchema,
  describeTemplateSchema,
  guestLinkSchema,
  healthSchema,
  mapListItemSchema,
  mapTouchesSchema,
  meSchema,
  redeemedGuestLinkSchema,
  redeemGuestLinkSchema,
  renameMapSchema,
  reportActualsSchema,
  reportedActualsSchema,
  saveTemplateSchema,
  signInSchema,
  templateDetailSchema,
  templateSchema,
  touchesQuerySchema,
} from "@trellis/shared/protocol/api";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";

const mapId = z.string().meta({ description: "The map's id." });
const onMap = { requestParams: { path: z.object({ id: mapId }) } };
const onTemplate = {
  requestParams: { path: z.object({ id: z.string().meta({ description: "The template's id." }) }) },
};
const onCard = {
  requestParams: {
    path: z.object({ id: mapId, cardId: z.string().meta({ description: "The card's id." }) }),
  },
};
const onLink = { requestParams: { path: z.object({ id: mapId, linkId: z.string() }) } };

const jsonOf = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });
const refusal = {
  description: "Refused: `code` says why, `message` is for a person.",
  ...jsonOf(apiErrorSchema),
};

interface Operation {
  readonly says: string;
  readonly status?: string;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  /** Content type of an answer that is a file. */
  readonly file?: string;
  readonly open?: true;
}

function operation({ says, status = "200", body, answer, file, open }: Operation): ZodOpenApiOperationObject {
  const content =
    answer !== undefined
      ? jsonOf(answer)
      : file !== undefined
        ? { content: { [file]: { schema: z.string() } } }
        : {};
  return {
    summary: says,
    ...(open ? { security: [] } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, ...jsonOf(body) } }),
    responses: { [status]: { description: says, ...content }, default: refusal },
  };
}

const paths: ZodOpenApiPathsObject = {
  "/health": { get: operation({ says: "Whether the server is well", answer: healthSchema, open: true }) },
  "/api/templates": {
    get: operation({
      says: "Maps to start from: the shipped ones, and to the owner those saved here",
      answer: templateSchema.array(),
      open: true,
    }),
    post: operation({
      says: "Saves a map as a template",
      status: "201",
      body: saveTemplateSchema,
      answer: templateSchema,
    }),
  },
  "/api/templates/{id}": {
    get: {
      ...onTemplate,
      ...operation({
        says: "A template with its counts and sources",
        answer: templateDetailSchema,
        open: true,
      }),
    },
    patch: {
      ...onTemplate,
      ...operation({
        says: "Renames or describes a saved template",
        body: describeTemplateSchema,
        answer: templateSchema,
      }),
    },
    delete: {
      ...onTemplate,
      ...operation({ says: "Deletes a saved template; it can be brought back for 30 days", status: "204" }),
    },
  },
  "/api/templates/{id}/restore": {
    post: { ...onTemplate, ...operation({ says: "Brings a saved template back", answer: templateSchema }) },
  },
  "/api/templates/{id}/picture": {
    get: {
      ...onTemplate,
      ...operation({ says: "A small picture of a template", file: "image/svg+xml", open: true }),
    },
  },
  "/api/maps": {
    get: {
      ...operation({ says: "Maps you may open, newest change first", answer: mapListItemSchema.array() }),
      requestParams: {
        query: z.object({
          deleted: z
            .literal("1")
            .optional()
            .meta({ description: "Instead, the maps deleted lately (owner)." }),
        }),
      },
    },
    post: operation({
      says: "Makes a map from a title, a template or a document",
      status: "201",
      body: createMapSchema,
      answer: createdMapSchema,
    }),
  },
  "/api/maps/{id}": {
    ...onMap,
    get: { ...onMap, ...operation({ says: "One map", answer: mapListItemSchema }) },
    patch: {
      ...onMap,
      ...operation({ says: "Renames a map", body: renameMapSchema, answer: mapListItemSchema }),
    },
    delete: {
      ...onMap,
      ...operation({ says: "Deletes a map; it can be brought back for 30 days", status: "204" }),
    },
  },
  "/api/maps/{id}/restore": {
    post: { ...onMap, ...operation({ says: "Brings a deleted map back", answer: mapListItemSchema }) },
  },
  "/api/maps/{id}/purge": {
    post: {
      ...onMap,
      ...operation({ says: "Removes a deleted map for good, before its 30 days are over", status: "204" }),
    },
  },
  "/api/maps/{id}/picture": {
    get: { ...onMap, ...operation({ says: "A small picture of the map", file: "image/svg+xml" }) },
  },
  "/api/maps/{id}/touches": {
    get: {
      ...operation({
        says: "Who last added, edited, confirmed or removed which card",
        answer: mapTouchesSchema,
      }),
      requestParams: { ...onMap.requestParams, query: touchesQuerySchema },
    },
  },
  "/api/maps/{id}/confirm": {
    post: {
      ...onMap,
      ...operation({
        says: "Says of cards that they were looked through and are still right",
        status: "204",
        body: confirmCardsSchema,
      }),
    },
  },
  "/api/maps/{id}/snapshot": {
    get: {
      ...onMap,
      ...operation({ says: "The map as it stands, as a map file", file: "application/json" }),
    },
  },
  "/api/maps/{id}/export/json": {
    get: { ...onMap, ...operation({ says: "The map file as a download", file: "application/json" }) },
  },
  "/api/maps/{id}/export/markdown": {
    get: { ...onMap, ...operation({ says: "The mission tree as text", file: "text/markdown" }) },
  },
  "/api/maps/{id}/export/svg": {
    get: { ...onMap, ...operation({ says: "The map as a picture", file: "image/svg+xml" }) },
  },
  "/api/maps/{id}/cards/{cardId}/actuals": {
    post: {
      ...onCard,
      ...operation({
        says: "Brings in actuals of an indicator; one with the date and source of one there takes its place, so a job may run twice",
        body: reportActualsSchema,
        answer: reportedActualsSchema,
      }),
    },
  },
  "/api/maps/{id}/guest-links": {
    get: { ...onMap, ...operation({ says: "Guest links of a map", answer: guestLinkSchema.array() }) },
    post: {
      ...onMap,
      ...operation({
        says: "Makes a guest link; its address is shown this once",
        status: "201",
        body: createGuestLinkSchema,
        answer: createdGuestLinkSchema,
      }),
    },
  },
  "/api/maps/{id}/guest-links/{linkId}": {
    delete: { ...onLink, ...operation({ says: "Ends a guest link and the access it gave", status: "204" }) },
  },
  "/api/cases": {
    get: {
      ...operation({
        says: "Evidence that tells of its place, on every map you may open, newest change first",
        answer: caseListSchema,
      }),
      requestParams: { query: casesQuerySchema },
    },
  },
  "/api/sign-in": {
    post: operation({ says: "Signs in by a one-time secret", status: "204", body: signInSchema, open: true }),
  },
  "/api/guest-links/redeem": {
    post: operation({
      says: "Comes in by a guest link",
      body: redeemGuestLinkSchema,
      answer: redeemedGuestLinkSchema,
      open: true,
    }),
  },
  "/api/me": { get: operation({ says: "Who is signed in", answer: meSchema }) },
  "/api/sign-out": { post: operation({ says: "Ends the login", status: "204" }) },
};

/** The description as JSON; made once. */
export const openApiText = (version: string, publicUrl: string): string =>
  JSON.stringify(
    createDocument({
      openapi: "3.1.0",
      info: {
        title: "Trellis",
        version,
        description:
          "Maps of missions, over HTTP. Sign in with a bearer token (`trellis token --name NAME`). Requests that change something with a login cookie must name this server's origin.",
      },
      servers: [{ url: publicUrl }],
      security: [{ bearer: [] }, { cookie: [] }],
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer" },
          cookie: { type: "apiKey", in: "cookie", name: "trellis-login" },
        },
      },
      paths,
    }),
  );
