/** Words that did not reach the map, to be copied before the map is loaded anew. */
import { Button, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useUnsavedText } from "../document/useSaveState.ts";

export function LostWords() {
  const { t } = useTranslation();
  const words = useUnsavedText().join("\n");
  const [copied, setCopied] = useState(false);
  if (words === "") return <Text size="sm">{t("save.noWords")}</Text>;
  const copy = async () => {
    await navigator.clipboard.writeText(words);
    setCopied(true);
  };
  return (
    <Stack gap="xs" w="100%" align="flex-start">
      <Textarea
        label={t("save.yourWords")}
        value={words}
        readOnly
        w="100%"
        autosize
        minRows={2}
        maxRows={8}
        onFocus={(event) => event.currentTarget.select()}
      />
      {"clipboard" in navigator && (
        <Button variant="default" size="xs" onClick={() => void copy().catch(() => setCopied(false))}>
          {t(copied ? "app.copied" : "save.copyWords")}
        </Button>
      )}
    </Stack>
  );
}
