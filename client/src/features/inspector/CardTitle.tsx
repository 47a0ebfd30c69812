import { Textarea } from "@mantine/core";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import { useTranslation } from "react-i18next";
import { codecOf } from "./codecs.ts";
import { useTyped } from "./controls/useTyped.ts";
import { type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";

const codec = codecOf({ kind: "text", max: TITLE_TEXT });
if (!codec) throw new Error("a title is typed");
const titleCodec = codec;

/** The card's title, as the heading it is. Line breaks are left out: a title is one line wherever it is shown. */
export function CardTitle({ writers, value }: { readonly writers: FieldWriters; readonly value: string }) {
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const typed = useTyped(`${ownerKey}/title`, titleCodec, value, (title) => writers.write("title", title));
  if (readOnly) return <h2 className={styles.title}>{value || t("inspector.untitled")}</h2>;
  return (
    <div data-field="title">
      <Textarea
        aria-label={t("field.title")}
        placeholder={t("inspector.untitled")}
        variant="unstyled"
        autosize
        minRows={1}
        maxRows={5}
        value={typed.text}
        error={typed.error}
        classNames={{ input: styles.titleInput ?? "" }}
        onChange={(event) => typed.onText(event.currentTarget.value.replace(/\s*\n\s*/g, " "))}
        onBlur={typed.onBlur}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </div>
  );
}
