// Holds back a client that asks far more often than any person or page does: by account first, by address last and
// generously, since a whole council may share one.
import type { RequestHandler } from "express";
import { Attempts } from "../../runtime/attempts.ts";
import { ServiceError } from "../../services/errors.ts";
import { actorOf, addressOf } from "../requestActor.ts";

const WINDOW_MS = 60_000;
const PER_ACCOUNT = { most: 600, windowMs: WINDOW_MS };
const PER_ADDRESS = { most: 12_000, windowMs: WINDOW_MS };

export function requestRate(now: () => number): RequestHandler {
  const byAccount = new Attempts(PER_ACCOUNT, now);
  const byAddress = new Attempts(PER_ADDRESS, now);
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
