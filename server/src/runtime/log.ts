// The server's log: JSON lines on stderr, so that stdout keeps its one line for people. Secrets never get in:
// headers that carry them are cut here, and URLs hold none because links keep their secret in the fragment.
import { destination, type Level, type Logger, pino } from "pino";

const SECRETS = [
  "authorization",
  "cookie",
  "secret",
  "token",
  "*.authorization",
  "*.cookie",
  "*.secret",
  "*.token",
  'headers["set-cookie"]',
  "req.headers.authorization",
  "req.headers.cookie",
  'res.headers["set-cookie"]',
];

export type Log = Logger;

/** @param level lines below it are not written */
export function openLog(level: Level | "silent", fileDescriptor = 2): Log {
  // Synchronous: the last words of a process that must end are the ones that matter.
  return pino(
    { level, base: null, redact: { paths: SECRETS, censor: "[secret]" } },
    destination({ dest: fileDescriptor, sync: true }),
  );
}
