// Secrets of links and tokens: made here, hashed here, never stored. 256 bits, so guessing is hopeless and a fast hash
// is enough; the hash only has to be one-way.
import { createHash, randomBytes } from "node:crypto";

/** A secret that fits into a URL fragment and into a header. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What stores keep of a secret: SHA-256 in hexadecimal. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
