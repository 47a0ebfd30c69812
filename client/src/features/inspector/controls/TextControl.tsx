import { Autocomplete, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { codecOf } from "../codecs.ts";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import type { ControlProps } from "./control.ts";
import { useTyped } from "./useTyped.ts";

const MANY_LINES = 1000;
/** From this length on one line of text wraps instead of running out of sight. */
const WRAPS = 120;
const SUGGESTIONS = 8;

/** Every kind of field that is typed. */
export function TextControl({ spec, path, id, value, write }: ControlProps) {
  const { t } = useTranslation();
  const { ownerKey, sources } = useForm();
  const codec = codecOf(spec, sources);
  if (!codec) throw new Error(`a ${spec.kind} is not typed`);
  const typed = useTyped(`${ownerKey}/${path}`, codec, value, write);
  const shared = {
    id,
    value: typed.text,
    error: typed.error,
    placeholder: t("inspector.notKnown"),
    variant: "unstyled",
    size: "xs",
    classNames: { input: styles.quiet ?? "" },
    onBlur: typed.onBlur,
  } as const;
  if (spec.kind === "source") {
    const titles = [...new Set(sources.map((source) => source.title))].filter((title) => title !== "");
    return <Autocomplete {...shared} data={titles} limit={SUGGESTIONS} onChange={typed.onText} />;
  }
  const onChange = (event: { currentTarget: { value: string } }) => typed.onText(event.currentTarget.value);
  if (spec.kind === "text" && spec.max >= WRAPS && spec.max < MANY_LINES)
    return (
      <Textarea
        {...shared}
        autosize
        minRows={1}
        maxRows={6}
        onChange={(event) => typed.onText(event.currentTarget.value.replace(/\s*\n\s*/g, " "))}
      />
    );
  if (spec.kind === "words" || (spec.kind === "text" && spec.max >= MANY_LINES))
    return (
      <Textarea
        {...shared}
        autosize
        minRows={1}
        maxRows={spec.kind === "text" && spec.long ? 16 : 8}
        onChange={onChange}
        {...(spec.kind === "words" ? { description: t("inspector.oneALine") } : {})}
        inputWrapperOrder={["input", "description", "error"]}
      />
    );
  return (
    <TextInput
      {...shared}
      inputMode={spec.kind === "number" ? "decimal" : spec.kind === "url" ? "url" : "text"}
      onChange={onChange}
    />
  );
}
