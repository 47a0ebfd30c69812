/** What a short notice says, and the one way back it may offer. */
export interface Notice {
  /** `problem` stays longer and is announced at once. */
  readonly tone?: "plain" | "problem";
  readonly text: string;
  /** A later notice of the same subject takes this one's place. */
  readonly subject?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}
