/*
 * The time an edit was sent, written into the edit itself, so that latency is read off raw bytes and no Yjs work
 * disturbs the generator. A position is the array [stamp, n], a pointer is "cursor":[stamp,n]. A stamp is a valid
 * coordinate that always takes 3 bytes as a lib0 integer: twentieths of a millisecond that start again after 49 s,
 * longer than any edit of a measurement is under way.
 */

/** Stamps lie in [FIRST, FIRST + COUNT): at least 2^13, so that they take 3 bytes; below the furthest place, 10^6. */
const FIRST = 2 ** 13;
const COUNT = 990_000;
const PER_MS = 20;
/** lib0 "any": array of two, whose first is an integer. */
const POSITION = Buffer.from([117, 2, 125]);
const CURSOR = Buffer.from('"cursor":[');
const STAMP_BYTES = 3;

const stampOf = (ms: number): number => FIRST + (Math.round(ms * PER_MS) % COUNT);

/** A position for an edit that will be stamped when it is sent. */
export const unstamped = (n: number): [number, number] => [FIRST, n];

/** Where in an encoded edit the stamp stands. */
export function stampOffset(bytes: Buffer): number {
  const at = bytes.indexOf(POSITION);
  if (at < 0 || readInteger(bytes, at + POSITION.length) !== FIRST) {
    throw new Error("The edit holds no place for a stamp.");
  }
  return at + POSITION.length;
}

/** Writes the present time into an encoded edit. */
export function stampAt(bytes: Buffer, offset: number): void {
  const stamp = stampOf(performance.now());
  // lib0's signed varint: six bits and a sign in the first byte, seven in the others.
  bytes[offset] = 0x80 | (stamp & 0x3f);
  bytes[offset + 1] = 0x80 | ((stamp >> 6) & 0x7f);
  bytes[offset + 2] = stamp >> 13;
}

/** The state of a pointer, stamped with the present time. */
export const stampedCursor = (n: number): string =>
  `{"cursor":[${stampOf(performance.now())},${n % 3000}],"selection":[],"drag":null,"editing":null}`;

export type StampKind = "edit" | "presence";

/** Calls back with the send time (ms, this process's clock) of every stamp in a message. */
export function eachStamp(message: Buffer, callback: (sentAt: number, kind: StampKind) => void): void {
  const now = performance.now();
  const present = stampOf(now);
  const report = (stamp: number, kind: StampKind) => {
    if (stamp < FIRST || stamp >= FIRST + COUNT) return;
    callback(now - ((present - stamp + COUNT) % COUNT) / PER_MS, kind);
  };
  for (let at = message.indexOf(POSITION); at >= 0; at = message.indexOf(POSITION, at + 1)) {
    const stamp = readInteger(message, at + POSITION.length);
    if (stamp !== null) report(stamp, "edit");
  }
  for (let at = message.indexOf(CURSOR); at >= 0; at = message.indexOf(CURSOR, at + 1)) {
    const digits = at + CURSOR.length;
    report(Number.parseInt(message.toString("latin1", digits, digits + 7), 10), "presence");
  }
}

function readInteger(bytes: Buffer, offset: number): number | null {
  if (offset + STAMP_BYTES > bytes.length) return null;
  const [first, second, third] = [bytes[offset]!, bytes[offset + 1]!, bytes[offset + 2]!];
  if ((first & 0xc0) !== 0x80 || second < 0x80 || third > 0x7f) return null;
  return (first & 0x3f) + ((second & 0x7f) << 6) + (third << 13);
}
