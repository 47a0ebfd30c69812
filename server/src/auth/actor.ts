// From the headers of a request to who is asking; the same for HTTP and for the socket's upgrade.
// A bearer token speaks for itself: when one is sent, right or wrong, the cookie does not count.
import type { IncomingHttpHeaders } from "node:http";
import type { Actor } from "../ports/actor.ts";
import type { SecretStore } from "../ports/secretStore.ts";
import { hashSecret } from "../runtime/secrets.ts";
import type { OpenedAuth } from "./betterAuth.ts";

const TOUCH_EVERY_MS = 60_000;

/** Answers the actor, or null when there is no login, it has ended, or the token is unknown. */
export type ResolveActor = (headers: IncomingHttpHeaders) => Promise<Actor | null>;

export function actorResolver(
  { auth, ownerId }: OpenedAuth,
  secretStore: SecretStore,
  now: () => number,
): ResolveActor {
  async function byToken(authorization: string): Promise<Actor | null> {
    const secret = /^Bearer +([A-Za-z0-9_-]{20,200})$/i.exec(authorization)?.[1];
    const token = secret === undefined ? null : await secretStore.findToken(hashSecret(secret));
    if (token === null) return null;
    if (token.lastUsedAt === null || token.lastUsedAt < now() - TOUCH_EVERY_MS) {
      await secretStore.touchToken(token.id, now());
    }
    return { kind: "token", userId: ownerId, name: token.name, organisation: "" };
  }

  async function byCookie(cookie: string): Promise<Actor | null> {
    const login = await auth.api.getSession({ headers: new Headers({ cookie }) });
    if (login === null) return null;
    const { id, name, organisation, isAnonymous } = login.user;
    if (id === ownerId) return { kind: "owner", userId: id, name, organisation: organisation ?? "" };
    return isAnonymous ? { kind: "guest", userId: id, name, organisation: organisation ?? "" } : null;
  }

  return async ({ authorization, cookie }) => {
    if (authorization !== undefined) return byToken(authorization);
    return cookie === undefined ? null : byCookie(cookie);
  };
}
