// Which pages may open a socket. A browser sends the login cookie along whatever page asks, so a cookie counts only
// together with a listed Origin; a bearer token is never sent by itself, so it needs none.
import type { IncomingHttpHeaders } from "node:http";

/** True when the request may go on to be asked for its login. */
export function originAllowed(headers: IncomingHttpHeaders, allowed: ReadonlySet<string>): boolean {
  const { origin, cookie, authorization } = headers;
  if (origin !== undefined) return allowed.has(origin.toLowerCase());
  return cookie === undefined || /^bearer\s/i.test(authorization ?? "");
}
