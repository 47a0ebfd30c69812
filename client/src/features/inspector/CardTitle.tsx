import { Textarea } from "@mantine/core";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import type { ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { type Codec, codecOf } from "../../workspace/values/codecs.ts";
import { MisfitNote, TheirsNote } from "./controls/TypedNotes.tsx";
import { useTyped } from "./controls/useTyped.ts";
import { type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { usePlaceholder } from "./usePlaceholder.ts";

function textCodec(max: number): Codec {
  const codec = codecOf({ kind: "text", max });
  if (!codec) throw new Error("text is typed");
  return codec;
}
const titleCodec = textCodec(TITLE_TEXT);
const summaryCodec = textCodec(2000);
const LINE_BREAK = /\s*\n\s*/g;

/** The card's title, as the heading it is. Line breaks are left out: a title is one line wherever it is shown. */
export function CardTitle({ writers, value }: { readonly writers: FieldWriters; readonly value: string }) {
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const typed = useTyped(`${ownerKey}/title`, titleCodec, value, (title) => writers.write("title", title));
  if (readOnly)
    return (
      <h2 className={styles.title} dir="auto">
        {value || t("inspector.untitled")}
      </h2>
    );
  return (
    <h2 className={styles.titleBox} data-field="title">
      <Textarea
        aria-label={t("field.title")}
        placeholder={t("inspector.untitled")}
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={6}
        value={typed.text}
        error={typed.reason && <MisfitNote typed={typed} />}
        classNames={{ input: styles.titleInput ?? "" }}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) =>
          typed.onText(event.currentTarget.value.replace(LINE_BREAK, " "))
        }
        onFocus={typed.onFocus}
        onBlur={typed.onBlur}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <TheirsNote typed={typed} label={t("field.title")} />
    </h2>
  );
}

/** What the card is, in a sentence or two, under its title. */
export function CardSummary({ writers, value }: { readonly writers: FieldWriters; readonly value: unknown }) {
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const placeholder = usePlaceholder("summary");
  const typed = useTyped(`${ownerKey}/summary`, summaryCodec, value, (text) =>
    writers.write("summary", text),
  );
  if (readOnly)
    return typeof value === "string" && value !== "" ? (
      <p className={styles.summary} dir="auto" data-field="summary">
        {value}
      </p>
    ) : null;
  return (
    <div data-field="summary">
      <Textarea
        aria-label={t("field.summary")}
        placeholder={placeholder ?? t("field.summary")}
        variant="unstyled"
        size="xs"
        autosize
        minRows={1}
        maxRows={8}
        value={typed.text}
        error={typed.reason && <MisfitNote typed={typed} />}
        classNames={{ input: styles.summaryInput ?? "" }}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => typed.onText(event.currentTarget.value)}
        onFocus={typed.onFocus}
        onBlur={typed.onBlur}
      />
      <TheirsNote typed={typed} label={t("field.summary")} />
    </div>
  );
}
