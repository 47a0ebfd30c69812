// Logins: who somebody is, remembered by a cookie. Behind it: better-auth (server/src/auth), which owns accounts and
// cookies. What a login may do is not decided here.

export interface Started {
  readonly userId: string;
  /** `Set-Cookie` values for the answer. */
  readonly cookies: readonly string[];
}

export interface GuestName {
  readonly name: string;
  readonly organisation: string;
}

export type SecretOutcome = "used" | "expired" | "unknown";

/** `headers` are those of the request that asks; they may carry the cookie of an earlier login. */
export interface Logins {
  /** Uses up a sign-in secret and logs the owner in; or says why not, and then nothing has happened. */
  startOwner(secret: string, headers: Headers): Promise<Started | SecretOutcome>;
  /** Makes an account for a guest and logs it in. */
  startGuest(guest: GuestName, headers: Headers): Promise<Started>;
  /** Changes what a guest is called. */
  renameGuest(userId: string, guest: GuestName): Promise<void>;
  /** What these people are called, in one question; who is no longer known is left out. */
  namesOf(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Removes an account that was made and never got in. */
  discard(userId: string): Promise<void>;
  /** Ends the login of this request. Answers cookies that clear it; without a login it does nothing. */
  end(headers: Headers): Promise<readonly string[]>;
}
