import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { TEMPLATE_LIMITS } from "@trellis/shared/protocol/api";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../../http/problemText.ts";
import { lineWrong } from "./lineWrong.ts";

interface TemplateFormProps {
  readonly heading: string;
  readonly submitLabel: string;
  /** The title to begin with. */
  readonly title: string;
  readonly request: { readonly isPending: boolean; readonly error: unknown };
  /** Whether something besides the title must be put right first. */
  readonly isWrong?: boolean;
  /** Gets the title without spaces around it. */
  readonly onSubmit: (title: string) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The dialog that names a template: its title, what else is asked, and why it could not be kept. */
export function TemplateForm(props: TemplateFormProps) {
  const { heading, submitLabel, request, isWrong = false, onSubmit, onClose, children } = props;
  const { t } = useTranslation();
  const [title, setTitle] = useState(props.title);
  const wrong = lineWrong(t, title, TEMPLATE_LIMITS.title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong === null && !isWrong && !request.isPending) onSubmit(title.trim());
  };
  return (
    <Modal opened onClose={onClose} title={heading} closeButtonProps={{ "aria-label": t("app.close") }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t("start.template.name")}
            value={title}
            data-autofocus
            error={wrong}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {children}
          {request.error !== null && (
            <Text role="alert" size="sm" c="red">
              {problemText(t, request.error)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("app.cancel")}
            </Button>
            <Button type="submit" loading={request.isPending} disabled={wrong !== null || isWrong}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
