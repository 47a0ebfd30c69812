/** Where a pasted text leads: an address inside this Trellis, or why it leads nowhere. Pure. */

export type LinkTarget =
  | { readonly kind: "inside"; readonly path: string }
  | { readonly kind: "foreign"; readonly host: string }
  /** A link of this server that opens nothing, such as one whose end was not copied. */
  | { readonly kind: "incomplete" }
  | { readonly kind: "noLink" };

const LONGEST = 2_000;
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

function addressIn(text: string): URL | null {
  const trimmed = text.trim().replace(/^<|>$/g, "");
  if (trimmed === "" || trimmed.length > LONGEST || /\s/.test(trimmed)) return null;
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  const hasPlace = url.hostname.includes(".") || LOOPBACK.has(url.hostname);
  return /^https?:$/.test(url.protocol) && hasPlace ? url : null;
}

/** Links are written with the server's public name; on one machine its two names are the same place. */
function isHere(url: URL, here: URL): boolean {
  if (url.host === here.host) return true;
  return LOOPBACK.has(url.hostname) && LOOPBACK.has(here.hostname) && url.port === here.port;
}

/**
 * @param text what was typed or pasted; a link without `https://`, and a path such as `/maps/abc`, are taken too
 * @param origin of this page
 */
export function linkTarget(text: string, origin: string): LinkTarget {
  const here = new URL(origin);
  const trimmed = text.trim();
  const path = /^\/(maps|join|enter)\b/.test(trimmed) && !/\s/.test(trimmed);
  const url = path ? new URL(trimmed, origin) : addressIn(trimmed);
  if (url === null) return { kind: "noLink" };
  if (!isHere(url, here)) return { kind: "foreign", host: url.host };
  const { pathname, search, hash } = url;
  if (/^\/maps\/[^/]+(\/[^/]+)?\/?$/.test(pathname)) return { kind: "inside", path: pathname + search };
  if (/^\/(join|enter)\/?$/.test(pathname)) {
    if (hash.length < 2) return { kind: "incomplete" };
    return { kind: "inside", path: pathname.replace(/\/$/, "") + hash };
  }
  return pathname === "/" ? { kind: "inside", path: "/" } : { kind: "incomplete" };
}
