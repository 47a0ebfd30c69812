/** Banners under the tabs: what stops people from editing or from being saved, and what to do. */
import { Button, Group, Stack, Text } from "@mantine/core";
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useReload } from "../document/MapProvider.tsx";
import { useRetry, useSaveState } from "../document/useSaveState.ts";
import { later } from "../ui/later.tsx";
import styles from "./MapFrame.module.css";

const LostWords = later(async () => (await import("./LostWords.tsx")).LostWords);

function Banner({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className={styles.banner} role="alert">
      <Stack gap="xs" maw="46rem">
        <Text size="sm">
          <b>{title}</b> {text}
        </Text>
        {children}
      </Stack>
    </section>
  );
}

export function MapNotices() {
  const { t } = useTranslation();
  const state = useSaveState();
  const reload = useReload();
  const retry = useRetry();
  if (state.kind === "refused" || state.kind === "restored") {
    const reason = state.kind === "refused" ? t(`save.refusal.${state.code}`) : t("save.restored");
    return (
      <Banner title={t(`save.${state.kind}Title`)} text={reason}>
        <Suspense>
          <LostWords />
        </Suspense>
        <Group>
          <Button size="xs" onClick={reload}>
            {t("save.reloadMap")}
          </Button>
        </Group>
      </Banner>
    );
  }
  if (state.kind === "blocked") return <Banner title={t("save.blockedTitle")} text={t("save.blocked")} />;
  if (state.kind === "notSaved")
    return <Banner title={t("save.notSavedTitle")} text={t("save.notSaved", { count: state.pending })} />;
  if (state.kind === "offline")
    return (
      <Banner title={t("save.offlineTitle")} text={t("save.offline", { count: state.pending })}>
        <Group>
          <Button size="xs" variant="default" onClick={retry}>
            {t("save.connectNow")}
          </Button>
        </Group>
      </Banner>
    );
  return null;
}
