// Holds back a client that asks far more often than any person or page does: by account first, by address last and
// generously, since a whole council may share one.
import type { RequestHandler } from "express";
import { Attempts } from "../../runtime/attempts.ts";
import { ServiceError } from "../../services/errors.ts";
import { actorOf, addressOf } from "../requestActor.ts";

const WINDOW_MS = 60_000;
/** Requests a minute. */
const MOST = { account: 3_000, address: 12_000 };

export function requestRate(now: () => number, most = MOST): RequestHandler {
  const byAccount = new Attempts({ most: most.account, windowMs: WINDOW_MS }, now);
  const byAddress = new Attempts({ most: most.address, windowMs: WINDOW_MS }, now);
  return (request, response, next) => {
    const actor = actorOf(response);
    const [attempts, key] =
      actor === null ? ([byAddress, addressOf(request)] as const) : ([byAccount, actor.userId] as const);
    const waitMs = attempts.waitMs(key);
    if (waitMs > 0) {
      throw new ServiceError(
        "too_many_tries",
        `Too many requests. Wait ${Math.ceil(waitMs / 1000)} seconds and try again.`,
        waitMs,
      );
    }
    attempts.count(key);
    next();
  };
}
