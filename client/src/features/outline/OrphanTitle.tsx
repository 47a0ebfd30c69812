/** Says that a card went while its title was being written, and gives the words back. */
import { Alert, Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOutline, useOutlineStore } from "./outlineStore.ts";

export function OrphanTitle() {
  const { t } = useTranslation();
  const store = useOutlineStore();
  const orphan = useOutline((state) => state.orphan);
  const [copied, setCopied] = useState<string | null>(null);
  if (!orphan) return null;
  const { title, text } = orphan;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // Clipboards may be refused; the words stand in the field and can be copied from there.
      setCopied(null);
    }
  };
  return (
    <Alert
      role="alert"
      color="orange"
      variant="light"
      m="sm"
      title={t("outline.orphan", { title: title || text })}
    >
      <Group align="end" gap="xs">
        <TextInput
          size="xs"
          readOnly
          flex={1}
          label={t("outline.orphanText")}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        {"clipboard" in navigator && (
          <Button size="xs" variant="default" onClick={() => void copy()}>
            {t(copied === text ? "app.copied" : "app.copy")}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => store.getState().set({ orphan: null })}>
          {t("app.close")}
        </Button>
      </Group>
    </Alert>
  );
}
