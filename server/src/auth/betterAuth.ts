// better-auth as we use it: server rows behind a cookie, guests through its anonymous plugin, the owner through a
// one-time secret. Its own HTTP handler is not mounted: only our routes call it, so its other endpoints do not exist.
// Invariants: (1) telemetry off; (2) a login lasts seven days from sign-in and is not prolonged; (3) the cookie is
// HttpOnly, SameSite=Lax and, when people come by https, Secure and bound to this host.
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { anonymous } from "better-auth/plugins";
import type { Dialect } from "kysely";
import type { SecretStore } from "../ports/secretStore.ts";
import type { ServerSettings } from "../ports/serverSettings.ts";
import type { Log } from "../runtime/log.ts";
import { hashSecret, newSecret } from "../runtime/secrets.ts";
import { ownerSignIn } from "./ownerSignIn.ts";

const LOGIN_LASTS_S = 7 * 24 * 60 * 60;

export interface AuthInput {
  readonly dialect: Dialect;
  readonly settings: ServerSettings;
  readonly secretStore: SecretStore;
  readonly publicUrl: string;
  readonly log: Log;
  readonly now: () => number;
}

function build(
  { dialect, secretStore, publicUrl, log, now }: AuthInput,
  secret: string,
  ownerId: () => string,
) {
  const secure = publicUrl.startsWith("https:");
  return betterAuth({
    appName: "Trellis",
    baseURL: publicUrl,
    secret,
    database: { dialect, type: "sqlite" },
    telemetry: { enabled: false },
    trustedOrigins: [publicUrl],
    // Our own limits count by account and secret; better-auth's counts by address, and a council shares one.
    rateLimit: { enabled: false },
    logger: {
      log: (level, message) => log[level === "debug" ? "debug" : level].call(log, { part: "login" }, message),
    },
    session: { expiresIn: LOGIN_LASTS_S, disableSessionRefresh: true },
    user: { additionalFields: { organisation: { type: "string", required: false, defaultValue: "" } } },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: secure ? "__Host-trellis-login" : "trellis-login",
          attributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
        },
      },
    },
    plugins: [
      // A guest who signs in as the owner keeps the guest's account: their client ids on maps stay theirs.
      anonymous({ disableDeleteAnonymousUser: true }),
      ownerSignIn({
        redeem: (given) => secretStore.redeemSignInSecret(hashSecret(given), now()),
        ownerId,
      }),
    ],
  });
}

type Auth = ReturnType<typeof build>;

export interface OpenedAuth {
  readonly auth: Auth;
  readonly ownerId: string;
}

/**
 * Brings better-auth's tables up to date and makes the owner's account at the first start.
 * @throws whatever the store throws; the server cannot start then
 */
export async function openAuth(input: AuthInput): Promise<OpenedAuth> {
  const { settings } = input;
  const secret = await settings.putIfAbsent("auth_secret", newSecret());
  let ownerId = await settings.get("owner_user_id");
  const auth = build(input, secret, () => ownerId ?? "");
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  if (ownerId === null) {
    const { internalAdapter } = await auth.$context;
    const owner = await internalAdapter.createUser(
      {
        name: "Owner",
        email: "owner@trellis.invalid",
        emailVerified: false,
      },
      { method: "first-start" },
    );
    ownerId = await settings.putIfAbsent("owner_user_id", owner.id);
  }
  return { auth, ownerId };
}
