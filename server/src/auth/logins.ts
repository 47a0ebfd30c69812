// The Logins port on better-auth. Headers come in, cookies go out; nothing of better-auth's shapes gets past here.
import type { GuestName, Logins, SecretOutcome, Started } from "../ports/logins.ts";
import type { OpenedAuth } from "./betterAuth.ts";

const cookiesOf = (headers: Headers): readonly string[] => headers.getSetCookie();

/** Without the cookie of an earlier login: better-auth refuses a second guest login on top of a first. */
function withoutLogin(headers: Headers): Headers {
  const copy = new Headers(headers);
  copy.delete("cookie");
  return copy;
}

export function loginsOn({ auth, ownerId }: OpenedAuth): Logins {
  const rename = async (userId: string, { name, organisation }: GuestName): Promise<void> => {
    const { internalAdapter } = await auth.$context;
    await internalAdapter.updateUser(userId, { name, organisation });
  };
  return {
    async startOwner(secret: string, headers: Headers): Promise<Started | SecretOutcome> {
      const answer = await auth.api.signInOwner({
        body: { secret },
        headers: withoutLogin(headers),
        returnHeaders: true,
      });
      const { outcome } = answer.response;
      return outcome === "redeemed" ? { userId: ownerId, cookies: cookiesOf(answer.headers) } : outcome;
    },

    async startGuest(guest: GuestName, headers: Headers): Promise<Started> {
      const answer = await auth.api.signInAnonymous({ headers: withoutLogin(headers), returnHeaders: true });
      const userId = answer.response.user.id;
      await rename(userId, guest);
      return { userId, cookies: cookiesOf(answer.headers) };
    },

    renameGuest: rename,

    async namesOf(userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const ids = [...new Set(userIds)];
      if (ids.length === 0) return new Map();
      const { adapter } = await auth.$context;
      const found = await adapter.findMany<{ id: string; name: string }>({
        model: "user",
        where: [{ field: "id", operator: "in", value: ids }],
        limit: ids.length,
      });
      return new Map(found.map(({ id, name }) => [id, name]));
    },

    async discard(userId: string): Promise<void> {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUserSessions(userId);
      await internalAdapter.deleteUser(userId);
    },

    async end(headers: Headers): Promise<readonly string[]> {
      const answer = await auth.api.signOut({ headers, returnHeaders: true });
      return cookiesOf(answer.headers);
    },
  };
}
