import { Button, Group, Modal, TextInput } from "@mantine/core";
import type { MapListItem } from "@trellis/shared/protocol/api";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRenameMap } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { lineWrong } from "./lineWrong.ts";

interface RenameMapProps {
  readonly map: MapListItem;
  readonly onClose: () => void;
}

export function RenameMap({ map, onClose }: RenameMapProps) {
  const { t } = useTranslation();
  const rename = useRenameMap();
  const [title, setTitle] = useState(map.title);
  const trimmed = title.trim();
  const wrong = lineWrong(t, title, TITLE_TEXT);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong === null) rename.mutate({ id: map.id, title: trimmed }, { onSuccess: onClose });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("start.rename")}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <form onSubmit={submit}>
        <TextInput
          label={t("start.mapTitle")}
          value={title}
          data-autofocus
          error={wrong ?? (rename.error ? problemText(t, rename.error) : null)}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button type="submit" loading={rename.isPending} disabled={wrong !== null}>
            {t("start.rename")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
