// Our one better-auth plugin: a one-time sign-in secret becomes a login of the owner. There is no way to such a login
// without using a secret up. Server-side only: the endpoint has no path.
import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { SecretOutcome } from "../ports/logins.ts";

interface OwnerSignIn {
  /** Uses the secret up, or says why it does not open. */
  redeem(secret: string): Promise<"redeemed" | SecretOutcome>;
  ownerId(): string;
}

export const ownerSignIn = ({ redeem, ownerId }: OwnerSignIn) =>
  ({
    id: "owner-sign-in",
    endpoints: {
      signInOwner: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ secret: z.string() }), requireHeaders: true },
        async (ctx): Promise<{ outcome: "redeemed" | SecretOutcome }> => {
          const outcome = await redeem(ctx.body.secret);
          if (outcome !== "redeemed") return { outcome };
          const user = await ctx.context.internalAdapter.findUserById(ownerId());
          if (user === null) throw new Error("The owner's account is missing from the database.");
          const login = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session: login, user });
          return { outcome };
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
