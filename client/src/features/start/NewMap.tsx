import { Alert, Button, Group, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ImportMap } from "./ImportMap.tsx";
import styles from "./Start.module.css";
import { Templates } from "./Templates.tsx";
import { useStartMap } from "./useStartMap.ts";

const BLANK_TEMPLATE = "blank-mission";

/** Begin a map: blank, from a template, or from a file. */
export function NewMap({
  title,
  without = [],
}: {
  readonly title: string;
  readonly without?: readonly string[];
}) {
  const { t } = useTranslation();
  const { start, busy, problem } = useStartMap();
  return (
    <section aria-labelledby="new-map">
      <Title order={2} fz={18} id="new-map" mb="sm" tabIndex={-1}>
        {title}
      </Title>
      <Group gap="sm">
        <Button variant="default" disabled={busy} onClick={() => start({ templateId: BLANK_TEMPLATE })}>
          {t("start.blankMission")}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => start({ title: t("start.untitledMap") })}>
          {t("start.emptyMap")}
        </Button>
        <ImportMap busy={busy} onFile={(document) => start({ document })} />
      </Group>
      {problem && (
        <Alert color="orange" mt="md" role="alert" title={t("start.notMade")}>
          <Text size="sm" className={styles.sentences}>
            {problem}
          </Text>
        </Alert>
      )}
      <Templates without={[BLANK_TEMPLATE, ...without]} />
    </section>
  );
}
