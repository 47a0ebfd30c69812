import { Autocomplete, Textarea, TextInput } from "@mantine/core";
import type { ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { codecOf } from "../../../workspace/values/codecs.ts";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { type ControlProps, nameOf } from "./control.ts";
import { MisfitNote, TheirsNote } from "./TypedNotes.tsx";
import { useTyped } from "./useTyped.ts";

const MANY_LINES = 1000;
/** From this length on one line of text wraps instead of running out of sight. */
const WRAPS = 120;
const SUGGESTIONS = 8;

/** Every kind of field that is typed. */
export function TextControl(props: ControlProps) {
  const { spec, path, id, label, value, write, placeholder, cell = false } = props;
  const { t } = useTranslation();
  const { ownerKey, sources } = useForm();
  const codec = codecOf(spec, sources, cell);
  if (!codec) throw new Error(`a ${spec.kind} is not typed`);
  const typed = useTyped(`${ownerKey}/${path}`, codec, value, write);
  const shared = {
    ...nameOf(props),
    id,
    value: typed.text,
    error: typed.reason && <MisfitNote typed={typed} />,
    placeholder: placeholder ?? (cell ? "" : t("words.notKnown")),
    variant: "unstyled",
    size: "xs",
    classNames: { input: styles.quiet ?? "" },
    onFocus: typed.onFocus,
    onBlur: typed.onBlur,
  } as const;
  const onChange = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    typed.onText(event.currentTarget.value);
  const asOneLine = (event: ChangeEvent<HTMLTextAreaElement>) =>
    typed.onText(event.currentTarget.value.replace(/\s*\n\s*/g, " "));
  return (
    <>
      {spec.kind === "source" ? (
        <Autocomplete
          {...shared}
          data={[...new Set(sources.map((source) => source.title))].filter((title) => title !== "")}
          limit={SUGGESTIONS}
          comboboxProps={{ shadow: "md", width: "max-content", position: "bottom-start" }}
          onChange={typed.onText}
        />
      ) : cell ? (
        <TextInput {...shared} onChange={onChange} />
      ) : spec.kind === "text" && spec.max >= WRAPS && spec.max < MANY_LINES ? (
        <Textarea {...shared} autosize minRows={1} maxRows={6} onChange={asOneLine} />
      ) : spec.kind === "words" || (spec.kind === "text" && spec.max >= MANY_LINES) ? (
        <Textarea
          {...shared}
          autosize
          minRows={1}
          maxRows={spec.kind === "text" && spec.long ? 24 : 12}
          onChange={onChange}
          {...(spec.kind === "words" && typed.text !== "" ? { description: t("inspector.oneALine") } : {})}
          inputWrapperOrder={["input", "description", "error"]}
        />
      ) : (
        <TextInput
          {...shared}
          inputMode={spec.kind === "number" ? "decimal" : spec.kind === "url" ? "url" : "text"}
          onChange={onChange}
        />
      )}
      <TheirsNote typed={typed} label={label} />
    </>
  );
}
