import { Radio, Stack, Text, Textarea } from "@mantine/core";
import { TEMPLATE_LIMITS } from "@trellis/shared/protocol/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSaveTemplate } from "../../http/templates.ts";
import { notify } from "../../ui/notify.ts";
import { TemplateForm } from "./TemplateForm.tsx";

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
  const [description, setDescription] = useState("");
  const [keep, setKeep] = useState<(typeof KEEP)[number]>("everything");
  const tooLong = description.length > TEMPLATE_LIMITS.description;
  const submit = (title: string) =>
    save.mutate(
      { mapId, title, description: description.trim(), keep },
      {
        onSuccess: (saved) => {
          notify({ text: t("start.template.saved", { title: saved.title }) });
          onClose();
        },
      },
    );
  return (
    <TemplateForm
      heading={t("start.template.saveTitle")}
      submitLabel={t("start.template.save")}
      title={mapTitle}
      request={save}
      isWrong={tooLong}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </TemplateForm>
  );
}
