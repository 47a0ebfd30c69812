import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { TEMPLATE_LIMITS, type Template } from "@trellis/shared/protocol/api";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../../http/problemText.ts";
import { useDescribeTemplate } from "../../http/templates.ts";
import { lineWrong } from "./lineWrong.ts";

interface EditTemplateProps {
  readonly template: Template;
  readonly onClose: () => void;
}

/** What a template is called and what is said of it. */
export function EditTemplate({ template, onClose }: EditTemplateProps) {
  const { t } = useTranslation();
  const describe = useDescribeTemplate();
  const [title, setTitle] = useState(template.title);
  const [description, setDescription] = useState(template.description);
  const wrong = lineWrong(t, title, TEMPLATE_LIMITS.title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong !== null) return;
    describe.mutate(
      { id: template.id, title: title.trim(), description: description.trim() },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("start.template.edit")}
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
            value={description}
            rows={4}
            maxLength={TEMPLATE_LIMITS.description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          {describe.error && (
            <Text role="alert" size="sm" c="red">
              {problemText(t, describe.error)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("app.cancel")}
            </Button>
            <Button type="submit" loading={describe.isPending} disabled={wrong !== null}>
              {t("start.template.keepWords")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
