// Signing in as the owner: a one-time secret, valid 15 minutes, printed by the server or its command line.
import { newLinkId } from "@trellis/shared/schema/ids";
import type { Logins, SecretOutcome } from "../ports/logins.ts";
import type { SecretStore } from "../ports/secretStore.ts";
import { hashSecret, newSecret } from "../runtime/secrets.ts";
import { ServiceError } from "./errors.ts";
import type { Guesses } from "./guesses.ts";

export const SIGN_IN_MINUTES = 15;

const SENTENCES: Readonly<
  Record<SecretOutcome, [code: "link_used" | "link_expired" | "unknown_link", string]>
> = {
  used: [
    "link_used",
    "This sign-in link has been used. Print a new one with: npm run --silent trellis -- sign-in-link",
  ],
  expired: [
    "link_expired",
    `This sign-in link was valid for ${SIGN_IN_MINUTES} minutes and has expired. Print a new one with: npm run --silent trellis -- sign-in-link`,
  ],
  unknown: [
    "unknown_link",
    "This sign-in link is not known here. Copy the whole link, or print a new one with: npm run --silent trellis -- sign-in-link",
  ],
};

export interface SignInPorts {
  readonly logins: Logins;
  readonly guesses: Guesses;
}

/**
 * Uses up the secret. Answers `Set-Cookie` values.
 * @throws ServiceError `link_used`, `link_expired`, `unknown_link`, `too_many_tries`
 */
export function signIn(
  { logins, guesses }: SignInPorts,
  secret: string,
  origin: { readonly address: string; readonly headers: Headers },
): Promise<readonly string[]> {
  return guesses.guard(secret, origin.address, async () => {
    const started = await logins.startOwner(secret, origin.headers);
    if (typeof started !== "string") return started.cookies;
    const [code, message] = SENTENCES[started];
    throw new ServiceError(code, message);
  });
}

/** A fresh sign-in link for the owner. */
export async function newSignInLink(
  { secretStore, now }: { secretStore: SecretStore; now: () => number },
  publicUrl: string,
): Promise<string> {
  const secret = newSecret();
  const createdAt = now();
  const expiresAt = createdAt + SIGN_IN_MINUTES * 60_000;
  await secretStore.addSignInSecret({ secretHash: hashSecret(secret), createdAt, expiresAt });
  return `${publicUrl}/enter#${secret}`;
}

/** A bearer token that acts as the owner. Answers the secret, which is shown this once. */
export async function newApiToken(
  { secretStore, now }: { secretStore: SecretStore; now: () => number },
  name: string,
): Promise<{ id: string; secret: string }> {
  const secret = newSecret();
  const id = newLinkId();
  await secretStore.addToken({
    id,
    name,
    secretHash: hashSecret(secret),
    createdAt: now(),
    lastUsedAt: null,
  });
  return { id, secret };
}
