// One-time sign-in secrets and API tokens, by SHA-256 only: the store never sees a secret that opens anything.
// Invariant: a sign-in secret is redeemed at most once, whoever asks at the same moment and from whatever process.
import type { TimeMs } from "./docStore.ts";

export interface ApiTokenRecord {
  readonly id: string;
  readonly name: string;
  readonly secretHash: string;
  readonly createdAt: TimeMs;
  readonly lastUsedAt: TimeMs | null;
}

export interface SecretStore {
  /** Adds a sign-in secret and forgets those that expired more than a day before `createdAt`. */
  addSignInSecret(secret: { secretHash: string; createdAt: TimeMs; expiresAt: TimeMs }): Promise<void>;
  /** Uses the secret up when it answers "redeemed"; no other answer changes anything. */
  redeemSignInSecret(secretHash: string, now: TimeMs): Promise<"redeemed" | "used" | "expired" | "unknown">;

  addToken(token: ApiTokenRecord): Promise<void>;
  findToken(secretHash: string): Promise<ApiTokenRecord | null>;
  /** Notes the last use. An unknown id is ignored: the token may have been removed meanwhile. */
  touchToken(id: string, at: TimeMs): Promise<void>;
  listTokens(): Promise<ApiTokenRecord[]>;
  /** False when there is no such token. */
  removeToken(id: string): Promise<boolean>;
}
