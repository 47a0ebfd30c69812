import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { templatePicture, useTemplates } from "../../http/templates.ts";
import { NewMap } from "./NewMap.tsx";
import { Picture } from "./Picture.tsx";
import styles from "./Start.module.css";
import { useStartMap } from "./useStartMap.ts";

const FIRST_TEMPLATE = "greater-manchester-2038";

/** The first thing a newcomer sees: one clear step to a living map. */
export function EmptyWorkspace() {
  const { t } = useTranslation();
  const { start, busy, problem } = useStartMap();
  const first = useTemplates().data?.find((template) => template.id === FIRST_TEMPLATE);
  return (
    <Stack gap={40}>
      <section className={styles.first} aria-labelledby="first-step">
        <Stack gap="sm" align="flex-start">
          <Title order={1} fz={{ base: 24, sm: 30 }} id="first-step">
            {t("start.empty.title")}
          </Title>
          <Text maw="34rem" fz="md">
            {t("start.empty.text")}
          </Text>
          <Group mt="sm" gap="md">
            <Button size="md" loading={busy} onClick={() => start({ templateId: FIRST_TEMPLATE })}>
              {t("start.empty.open")}
            </Button>
            {first && (
              <Text size="sm" c="dimmed">
                {t("start.counts", { cards: first.cards, links: first.links })}
              </Text>
            )}
          </Group>
          {problem && <Text role="alert">{problem}</Text>}
        </Stack>
        <Picture src={templatePicture(FIRST_TEMPLATE)} />
      </section>
      <NewMap title={t("start.empty.orBegin")} without={[FIRST_TEMPLATE]} />
    </Stack>
  );
}
