/** One date for several cards. It is written when it has been typed to its end: each letter would be a change of all. */
import { TextInput } from "@mantine/core";
import type { FieldSpec } from "@trellis/shared/schema/fields";
import { useState } from "react";
import { codecOf } from "../../../workspace/values/codecs.ts";
import { MisfitNote } from "../controls/TypedNotes.tsx";
import styles from "../Inspector.module.css";

interface ManyDateProps {
  readonly id: string;
  readonly spec: FieldSpec;
  /** The date on which all agree, or null. */
  readonly value: unknown;
  readonly placeholder: string;
  readonly write: (value: unknown) => void;
}

export function ManyDate({ id, spec, value, placeholder, write }: ManyDateProps) {
  const codec = codecOf(spec, []);
  if (!codec) throw new Error("a date is typed");
  const [typed, setTyped] = useState<string | null>(null);
  const [isDone, setIsDone] = useState(false);
  const shown = codec.format(value);
  const text = typed ?? (codec.show ?? codec.format)(value);
  const read = codec.parse(text);
  const { misfit, hints = [] } = read;
  const done = (next: string) => {
    const parsed = codec.parse(next);
    setIsDone(true);
    setTyped(parsed.misfit ? next : null);
    if (!parsed.misfit && next !== shown) write(parsed.value ?? null);
  };
  const reason =
    isDone && typed !== null && misfit
      ? { code: misfit.code, hints, ...(misfit.limit === undefined ? {} : { limit: misfit.limit }) }
      : null;
  return (
    <TextInput
      id={id}
      variant="unstyled"
      size="xs"
      classNames={{ input: styles.quiet ?? "" }}
      placeholder={placeholder}
      value={text}
      error={reason && <MisfitNote typed={{ text, reason, onText: done }} />}
      onFocus={() => setTyped((known) => known ?? shown)}
      onChange={(event) => {
        setIsDone(false);
        setTyped(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") done(text);
        else if (event.key === "Escape" && typed !== null && typed !== shown) {
          event.stopPropagation();
          setTyped(shown);
        }
      }}
      onBlur={() => typed !== null && done(text)}
    />
  );
}
