/**
 * What was copied last on this computer, in memory only. A page may read nothing but plain text when a menu asks for
 * the clipboard; if that text is the one copied last, the cards behind it are known, from another tab of Trellis too.
 */
export interface Copied {
  /** As `encodeClipboard` writes it. */
  readonly cards: string;
  readonly text: string;
}

const CHANNEL = "trellis-clipboard";
let last: Copied | null = null;
let channel: BroadcastChannel | null = null;

const isCopied = (value: unknown): value is Copied =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Copied).cards === "string" &&
  typeof (value as Copied).text === "string";

/** Hears what other tabs copy until the returned function is called. */
export function hearCopies(): () => void {
  const opened = new BroadcastChannel(CHANNEL);
  channel = opened;
  opened.onmessage = ({ data: said }: MessageEvent<unknown>) => {
    if (isCopied(said)) last = said;
  };
  return () => {
    opened.close();
    if (channel === opened) channel = null;
  };
}

export function rememberCopy(copied: Copied): void {
  last = copied;
  channel?.postMessage(copied);
}

const sameLines = (text: string): string => text.replace(/\r\n?/g, "\n");

/** The cards behind this text, when it is what was copied last. */
export const cardsBehind = (text: string): string =>
  last && sameLines(last.text) === sameLines(text) ? last.cards : "";
