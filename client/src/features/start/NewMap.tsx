import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTemplates } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { ImportMap } from "./ImportMap.tsx";
import styles from "./NewMap.module.css";
import { useStartMap } from "./useStartMap.ts";

const BLANK_TEMPLATE = "blank-mission";

/** Begin a map: blank, from a template, or from a file. */
export function NewMap({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const templates = useTemplates();
  const { start, busy, problem } = useStartMap();
  return (
    <section aria-labelledby="new-map">
      <Title order={2} fz={18} id="new-map" mb="sm">
        {title}
      </Title>
      <Group gap="sm" mb="md">
        <Button variant="default" disabled={busy} onClick={() => start({ templateId: BLANK_TEMPLATE })}>
          {t("start.blankMission")}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => start({ title: t("start.untitledMap") })}>
          {t("start.emptyMap")}
        </Button>
        <ImportMap busy={busy} onFile={(document) => start({ document })} />
      </Group>
      {problem && (
        <Alert color="orange" mb="md" role="alert" title={t("start.notMade")}>
          <Text size="sm" className={styles.sentences}>
            {problem}
          </Text>
        </Alert>
      )}
      {templates.error && (
        <Text role="alert" size="sm">
          {problemText(t, templates.error)}
        </Text>
      )}
      <ul className={styles.templates}>
        {(templates.data ?? [])
          .filter((template) => template.id !== BLANK_TEMPLATE)
          .map((template) => (
            <li key={template.id} className={styles.template}>
              <Stack gap={4}>
                <Title order={3} fz={15}>
                  {template.title}
                </Title>
                <Text size="sm" c="dimmed">
                  {[template.place, t("start.counts", { cards: template.cards, links: template.links })]
                    .filter((part) => part !== "")
                    .join(" · ")}
                </Text>
                <Text size="sm" lineClamp={4}>
                  {template.description}
                </Text>
              </Stack>
              <Button
                variant="light"
                size="xs"
                disabled={busy}
                aria-label={t("start.useTemplateNamed", { title: template.title })}
                onClick={() => start({ templateId: template.id })}
              >
                {t("start.useTemplate")}
              </Button>
            </li>
          ))}
      </ul>
    </section>
  );
}
