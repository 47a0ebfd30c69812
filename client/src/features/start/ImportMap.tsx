import { Button } from "@mantine/core";
import { IMPORT_LIMITS } from "@trellis/shared/protocol/api";
import { type ChangeEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify.ts";

interface ImportMapProps {
  readonly busy: boolean;
  /** Gets the parsed file; the server checks what is in it. */
  readonly onFile: (document: unknown) => void;
}

const MEGABYTE = 1024 * 1024;

/** Picks a JSON file and reads it. */
export function ImportMap({ busy, onFile }: ImportMapProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File) => {
    if (file.size > IMPORT_LIMITS.bytes) {
      notify({ tone: "problem", text: t("start.fileTooLarge", { limit: IMPORT_LIMITS.bytes / MEGABYTE }) });
      return;
    }
    const text = await file.text();
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch {
      // What the file is instead does not matter to the person: it is not JSON, and nothing was made.
      notify({ tone: "problem", text: t("start.fileNotJson", { name: file.name }) });
      return;
    }
    onFile(document);
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = "";
    if (file) void read(file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t("start.importFile")}
        onChange={onChange}
      />
      <Button variant="default" disabled={busy} onClick={() => input.current?.click()}>
        {t("start.importFile")}
      </Button>
    </>
  );
}
