import { Textarea } from "@mantine/core";
import { TEMPLATE_LIMITS, type Template } from "@trellis/shared/protocol/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDescribeTemplate } from "../../http/templates.ts";
import { TemplateForm } from "./TemplateForm.tsx";

interface EditTemplateProps {
  readonly template: Template;
  readonly onClose: () => void;
}

/** What a template is called and what is said of it. */
export function EditTemplate({ template, onClose }: EditTemplateProps) {
  const { t } = useTranslation();
  const describe = useDescribeTemplate();
  const [description, setDescription] = useState(template.description);
  return (
    <TemplateForm
      heading={t("start.template.edit")}
      submitLabel={t("start.template.keepWords")}
      title={template.title}
      request={describe}
      onSubmit={(title) =>
        describe.mutate({ id: template.id, title, description: description.trim() }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Textarea
        label={t("start.template.description")}
        value={description}
        rows={4}
        maxLength={TEMPLATE_LIMITS.description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
    </TemplateForm>
  );
}
