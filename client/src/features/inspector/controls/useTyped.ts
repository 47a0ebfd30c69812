/**
 * A text control's state. What fits is written with each keystroke; what does not stays in the control, with the
 * reason, until it fits or is emptied. A change that another makes to a field somebody is typing in is shown beside
 * what is typed: neither overwrites the other until the person chooses. Out of use, the control follows the map.
 */
import { sameJson } from "@trellis/shared/schema/mapDoc";
import { type FocusEvent, useState } from "react";
import { flushSync } from "react-dom";
import type { Codec } from "../../../workspace/values/codecs.ts";
import { type Draft, keepDraft, type Reason, useDraft } from "../../../workspace/values/draftStore.ts";

export interface TypedText {
  readonly text: string;
  /** Why the text is not written; null when it is, or could be. */
  readonly reason: Reason | null;
  /** What another wrote meanwhile, as read; null when nobody did. */
  readonly theirs: string | null;
  readonly onText: (text: string) => void;
  readonly onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** Not known, missing and empty are one. */
const normal = (value: unknown): unknown => (value === undefined || value === "" ? null : value);

export function useTyped(
  key: string,
  codec: Codec,
  value: unknown,
  write: (value: unknown) => void,
): TypedText {
  const kept = useDraft(key);
  const [typing, setTyping] = useState<Draft | null>(null);
  const [focused, setFocused] = useState(false);
  const now = normal(value);
  const live = typing ?? kept;
  const { isTheirs, reason } = judge(live, codec, now);
  const text = live?.text ?? (focused || !codec.show ? codec.format(value) : codec.show(value));

  /** Takes a text as this person's; `base` is what it answers to. */
  const take = (next: string, base: unknown, mayWrite: boolean) => {
    const typed = codec.parse(next);
    if (typed.misfit || !mayWrite) {
      setTyping({ text: next, base });
      keepDraft(key, { text: next, base });
      return;
    }
    const written = normal(typed.value);
    setTyping({ text: next, base: written });
    keepDraft(key, null);
    if (!sameJson(written, now)) write(typed.value ?? null);
  };
  return {
    text,
    reason,
    theirs: isTheirs ? (codec.show ?? codec.format)(value) : null,
    onText: (next) => take(next, live && "base" in live ? live.base : now, !isTheirs),
    onFocus: ({ currentTarget: control }) => {
      const isAll = control.selectionStart === 0 && control.selectionEnd === control.value.length;
      // The text as it is typed takes the place of the text as it is read before anything else happens: what is then
      // selected, or was by the key that led here, is what the next letter replaces.
      flushSync(() => setFocused(true));
      if (isAll && control.value !== "") control.select();
    },
    onBlur: () => {
      setFocused(false);
      // What was written already and has been changed by another since is still an answer somebody has to give.
      if (isTheirs && live) keepDraft(key, live);
      setTyping(null);
    },
    keepMine: () => take(text, now, true),
    takeTheirs: () => {
      setTyping(null);
      keepDraft(key, null);
    },
  };
}

function judge(live: Draft | null, codec: Codec, now: unknown) {
  if (!live) return { isTheirs: false, reason: null };
  const typed = codec.parse(live.text);
  const changed = "base" in live && !sameJson(now, normal(live.base));
  const isTheirs = changed && (typed.misfit !== undefined || !sameJson(now, normal(typed.value)));
  if (live.reason) return { isTheirs, reason: live.reason };
  if (!typed.misfit) return { isTheirs, reason: null };
  const { code, limit } = typed.misfit;
  const reason: Reason = { code, hints: typed.hints ?? [], ...(limit === undefined ? {} : { limit }) };
  return { isTheirs, reason };
}
