import { Alert, Button, Group, Skeleton, Text, Title } from "@mantine/core";
import type { Template } from "@trellis/shared/protocol/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../../http/problemText.ts";
import { useTemplates } from "../../http/templates.ts";
import styles from "./Start.module.css";
import { TemplatePreview } from "./TemplatePreview.tsx";
import { TemplateTile } from "./TemplateTile.tsx";

/** Maps to begin from: one's own first, then the shipped ones. `without` is offered elsewhere on the page. */
export function Templates({ without }: { readonly without: readonly string[] }) {
  const { t } = useTranslation();
  const templates = useTemplates();
  const [previewed, setPreviewed] = useState<{ template: Template; button: HTMLElement } | null>(null);
  const close = () => {
    setPreviewed(null);
    previewed?.button.focus();
  };
  const offered = (templates.data ?? []).filter(({ id }) => !without.includes(id));
  const groups = (["own", "shipped"] as const).flatMap((origin) => {
    const members = offered.filter((template) => template.origin === origin);
    return members.length === 0 ? [] : [{ origin, members }];
  });
  return (
    <>
      {templates.isPending && <Skeleton h={160} />}
      {templates.error && (
        <Alert color="orange" role="alert" title={t("start.template.listFailed")}>
          <Group gap="sm">
            <Text size="sm">{problemText(t, templates.error)}</Text>
            <Button size="xs" variant="default" onClick={() => void templates.refetch()}>
              {t("app.tryAgain")}
            </Button>
          </Group>
        </Alert>
      )}
      {groups.map(({ origin, members }) => (
        <section key={origin} aria-labelledby={`templates-${origin}`}>
          <Title order={3} fz={14} id={`templates-${origin}`} mt="md" mb="sm">
            {t(`start.template.group.${origin}`)}
          </Title>
          <ul className={`${styles.grid} ${styles.smaller}`}>
            {members.map((template) => (
              <TemplateTile
                key={template.id}
                template={template}
                onPreview={(button) => setPreviewed({ template, button })}
              />
            ))}
          </ul>
        </section>
      ))}
      {previewed && <TemplatePreview template={previewed.template} onClose={close} />}
    </>
  );
}
