/**
 * A text control's state. What fits is written with each keystroke; what does not stays in the control, with the
 * reason, until it fits or is emptied. While the control is not in use it follows the map.
 */
import { sameJson } from "@trellis/shared/schema/mapDoc";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Codec } from "../codecs.ts";
import { keepDraft, useDraftText } from "../draftStore.ts";

export interface TypedText {
  readonly text: string;
  /** Why the text is not written; null when it is. */
  readonly error: string | null;
  readonly onText: (text: string) => void;
  readonly onBlur: () => void;
}

export function useTyped(
  key: string,
  codec: Codec,
  value: unknown,
  write: (value: unknown) => void,
): TypedText {
  const { t } = useTranslation();
  const kept = useDraftText(key);
  const [typing, setTyping] = useState<string | null>(null);
  const text = typing ?? kept ?? codec.format(value);
  const misfit = typing === null && kept === null ? undefined : codec.parse(text).misfit;
  return {
    text,
    error: misfit ? t(`errors.misfit.${misfit.code}`, { limit: misfit.limit, length: text.length }) : null,
    onText: (next) => {
      setTyping(next);
      const typed = codec.parse(next);
      keepDraft(key, typed.misfit ? next : null);
      if (!typed.misfit && !sameJson(typed.value ?? null, value ?? null)) write(typed.value ?? null);
    },
    onBlur: () => setTyping(null),
  };
}
