/*
 * Somebody who uses a server over HTTP: the owner, a guest or a program with a token. Sends what a browser sends
 * (cookie, Origin, JSON), so that tests meet the same rules as people do.
 */

/** An answer of the HTTP interface. `body` is the parsed JSON, or the text when it is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Each caller knows which shape it asked for and asserts on it.
  readonly body: Record<string, unknown>;
}

export class Person {
  readonly url: string;
  /** Headers that carry the login, for HTTP and for the socket's upgrade. */
  readonly login: Readonly<Record<string, string>>;

  constructor(url: string, login: Record<string, string> = {}) {
    this.url = url;
    this.login = login;
  }

  get(path: string): Promise<Answer> {
    return this.request("GET", path);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.request("POST", path, JSON.stringify(body));
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.request("PATCH", path, JSON.stringify(body));
  }

  delete(path: string): Promise<Answer> {
    return this.request("DELETE", path);
  }

  /** `headers` replace those a browser would send. */
  async request(
    method: string,
    path: string,
    body: string | null = null,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      body,
      redirect: "manual",
      headers: {
        origin: this.url,
        ...(body === null ? {} : { "content-type": "application/json" }),
        ...this.login,
        ...headers,
      },
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} };
  }

  /** Makes a map and answers its id. */
  async createMap(body: { title?: string; templateId?: string; document?: unknown }): Promise<string> {
    return String((await this.expecting(201, this.post("/api/maps", body))).body.id);
  }

  /** Makes a guest link; answers its id and the address a guest opens. */
  async createGuestLink(
    mapId: string,
    role: "viewer" | "editor",
    expiresAt?: string,
  ): Promise<{ id: string; url: string }> {
    const body = { role, ...(expiresAt === undefined ? {} : { expiresAt }) };
    const answer = await this.expecting(201, this.post(`/api/maps/${mapId}/guest-links`, body));
    return { id: String(answer.body.id), url: String(answer.body.url) };
  }

  /** Uses a guest link with this login, so that one guest comes to several maps. */
  async redeem(link: string, name = "Guest"): Promise<void> {
    const body = { secret: secretOf(link), name, organisation: "A council" };
    await this.expecting(200, this.post("/api/guest-links/redeem", body));
  }

  private async expecting(status: number, answer: Promise<Answer>): Promise<Answer> {
    const got = await answer;
    if (got.status !== status) throw new Error(`Expected ${status}, got ${got.status}: ${got.text}`);
    return got;
  }
}

/** The secret of a sign-in or guest link: it travels after the `#`. */
export const secretOf = (link: string): string => new URL(link).hash.slice(1);

/** The login that an answer set. */
export function loginOf(answer: Answer): Record<string, string> {
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return cookies.length === 0 ? {} : { cookie: cookies.join("; ") };
}

/** Signs the owner in by a one-time link. */
export async function signIn(url: string, link: string): Promise<Person> {
  const answer = await new Person(url).post("/api/sign-in", { secret: secretOf(link) });
  if (answer.status !== 204) throw new Error(`Signing in failed with ${answer.status}: ${answer.text}`);
  return new Person(url, loginOf(answer));
}

/** Comes in by a guest link as somebody new. */
export async function comeIn(
  url: string,
  link: string,
  name = "Guest",
  organisation = "A council",
): Promise<Person> {
  const body = { secret: secretOf(link), name, organisation };
  const answer = await new Person(url).post("/api/guest-links/redeem", body);
  if (answer.status !== 200) throw new Error(`The guest link failed with ${answer.status}: ${answer.text}`);
  return new Person(url, loginOf(answer));
}

/** A program with a bearer token. */
export const withToken = (url: string, token: string): Person =>
  new Person(url, { authorization: `Bearer ${token}` });
