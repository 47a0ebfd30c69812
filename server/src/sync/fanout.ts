// One commit on its way to everybody on the map: framed at most once for our own client and once for stock ones.
// Invariants: (1) updates go out as they came in; (2) whoever wrote all of a commit gets no echo of it.
import type { Commit } from "./commits.ts";
import type { Member } from "./member.ts";
import { batchFrame, updateFrames } from "./wire.ts";

/** The only author of a commit, or null when there are several or the server is among them. */
function soleAuthor(commit: Commit): Member | null {
  let sole: Member | null = null;
  for (const { author, bytes } of commit.edits) {
    if (bytes === null) continue;
    if (author === null || (sole !== null && sole !== author)) return null;
    sole = author;
  }
  return sole;
}

export function broadcast(commit: Commit, seq: number, members: Iterable<Member>): void {
  if (commit.updates.length === 0) return;
  const skip = soleAuthor(commit);
  let batch: Uint8Array | null = null;
  let plain: Uint8Array | null = null;
  for (const member of members) {
    if (member === skip) continue;
    if (member.speaksTrellis) {
      batch ??= batchFrame(seq, commit.updates);
      member.outlet.share(seq, batch);
    } else {
      plain ??= updateFrames(commit.updates);
      member.outlet.share(seq, plain);
    }
  }
}
