import { Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { TEMPLATE_LIMITS } from "@trellis/shared/protocol/api";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../../http/problemText.ts";
import { useSaveTemplate } from "../../http/templates.ts";
import { notify } from "../../ui/notify.ts";
import { lineWrong } from "./lineWrong.ts";

const KEEP = ["everything", "structure"] as const;

interface SaveTemplateProps {
  readonly mapId: string;
  /** The map's title, to begin with. */
  readonly title: string;
  readonly onClose: () => void;
}

/** Asks what a template is to be called and how much of the map it holds, and saves it. */
export function SaveTemplate({ mapId, title: mapTitle, onClose }: SaveTemplateProps) {
  const { t } = useTranslation();
  const save = useSaveTemplate();
  const [title, setTitle] = useState(mapTitle);
  const [description, setDescription] = useState("");
  const [keep, setKeep] = useState<(typeof KEEP)[number]>("everything");
  const wrong = lineWrong(t, title, TEMPLATE_LIMITS.title);
  const tooLong = description.length > TEMPLATE_LIMITS.description;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong !== null || tooLong || save.isPending) return;
    save.mutate(
      { mapId, title: title.trim(), description: description.trim(), keep },
      {
        onSuccess: (saved) => {
          notify({ text: t("start.template.saved", { title: saved.title }) });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("start.template.saveTitle")}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t("start.template.name")}
            value={title}
            data-autofocus
            error={wrong}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Textarea
            label={t("start.template.description")}
            description={t("start.template.descriptionHint")}
            value={description}
            rows={3}
            error={
              tooLong
                ? t("start.titleTooLong", { limit: TEMPLATE_LIMITS.description, length: description.length })
                : null
            }
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Radio.Group
            label={t("start.template.keep")}
            value={keep}
            onChange={(value) => setKeep(KEEP.find((known) => known === value) ?? "everything")}
          >
            <Stack gap="xs" mt="xs">
              {KEEP.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`start.template.keeps.${value}.label`)}
                  description={t(`start.template.keeps.${value}.hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Text size="sm" c="dimmed">
            {t("start.template.whatStaysOut")}
          </Text>
          {save.error && (
            <Text role="alert" size="sm" c="red">
              {problemText(t, save.error)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("app.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={wrong !== null || tooLong}>
              {t("start.template.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
