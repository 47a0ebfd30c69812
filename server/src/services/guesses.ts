// Holds back whoever tries secrets that open nothing. Counted by secret first, by address last and generously: a
// council's thirty people share one address, and an old link in an e-mail is no attack.
import { Attempts } from "../runtime/attempts.ts";
import { hashSecret } from "../runtime/secrets.ts";
import { ServiceError } from "./errors.ts";

const WINDOW_MS = 10 * 60 * 1000;
const PER_SECRET = { most: 20, windowMs: WINDOW_MS };
const PER_ADDRESS = { most: 300, windowMs: WINDOW_MS };

export class Guesses {
  readonly #bySecret: Attempts;
  readonly #byAddress: Attempts;

  constructor(now: () => number) {
    this.#bySecret = new Attempts(PER_SECRET, now);
    this.#byAddress = new Attempts(PER_ADDRESS, now);
  }

  /**
   * Runs `open` unless this secret or address has failed too often lately; its refusal counts as a failure.
   * @throws ServiceError `too_many_tries`, or whatever `open` throws
   */
  async guard<Result>(secret: string, address: string, open: () => Promise<Result>): Promise<Result> {
    const key = hashSecret(secret);
    const waitMs = Math.max(this.#bySecret.waitMs(key), this.#byAddress.waitMs(address));
    if (waitMs > 0) {
      throw new ServiceError(
        "too_many_tries",
        `Too many links that do not work were tried from here. Wait ${Math.ceil(waitMs / 60_000)} minutes and try again.`,
        waitMs,
      );
    }
    try {
      return await open();
    } catch (error) {
      if (error instanceof ServiceError) {
        this.#bySecret.count(key);
        this.#byAddress.count(address);
      }
      throw error;
    }
  }
}
