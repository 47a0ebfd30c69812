import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Start.module.css";
import { useOpenLink } from "./useOpenLink.ts";

/** A field for a link somebody sent: to a map, as a guest, or to sign in. */
export function OpenLink() {
  const { t } = useTranslation();
  const open = useOpenLink();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(open(text));
  };
  return (
    <form onSubmit={submit} className={styles.openLink} noValidate>
      <TextInput
        aria-label={t("start.link.label")}
        placeholder={t("start.link.placeholder")}
        value={text}
        error={problem}
        errorProps={{ role: "alert" }}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button type="submit" variant="default">
        {t("start.link.open")}
      </Button>
    </form>
  );
}
