import { Alert, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { MapListItem, Me } from "@trellis/shared/protocol/api";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useMaps, useMe } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { QueryScope } from "../../http/QueryScope.tsx";
import { ApiProblem } from "../../http/request.ts";
import { pictureDrawn } from "../../ui/later.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { Page } from "../../ui/Page.tsx";
import { DeletedMaps } from "./DeletedMaps.tsx";
import { EmptyWorkspace } from "./EmptyWorkspace.tsx";
import { MapsSection } from "./MapsSection.tsx";
import { NewMap } from "./NewMap.tsx";
import { OpenLink } from "./OpenLink.tsx";
import { SignedOut } from "./SignedOut.tsx";
import styles from "./Start.module.css";
import { usePastedLink } from "./useOpenLink.ts";

/** My maps, and ways to begin one. */
export function StartPage() {
  return (
    <QueryScope>
      <Start />
    </QueryScope>
  );
}

function Start() {
  const { t } = useTranslation();
  const maps = useMaps();
  const me = useMe();
  usePastedLink();
  useEffect(pictureDrawn, []);
  useEffect(() => {
    document.title = t("start.pageTitle");
  }, [t]);
  const problem = maps.error ?? me.error;
  if (problem instanceof ApiProblem && problem.status === 401) return <SignedOut />;
  const mayCreate = me.data !== undefined && me.data.kind !== "guest";
  return (
    <Page>
      <StartHeader me={me.data} />
      {problem && (
        <Alert
          color="orange"
          mb="lg"
          role="alert"
          title={t(maps.data ? "start.listOld" : "start.listFailed")}
        >
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{problemText(t, problem)}</Text>
            <Button
              size="xs"
              variant="default"
              loading={maps.isFetching || me.isFetching}
              onClick={() => void Promise.all([maps.refetch(), me.refetch()])}
            >
              {t("app.tryAgain")}
            </Button>
          </Stack>
        </Alert>
      )}
      {(maps.isPending || me.isPending) && !problem && <ListSkeleton />}
      {maps.data && me.data && <Maps maps={maps.data} mayCreate={mayCreate} />}
      {maps.data && mayCreate && <DeletedMaps />}
    </Page>
  );
}

function StartHeader({ me }: { readonly me: Me | undefined }) {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <Mark size={26} />
      <Text fw={650} fz={18}>
        {t("app.name")}
      </Text>
      {me && (
        <Text c="dimmed" size="sm" className={styles.me}>
          {t("start.signedInAs", { name: me.name })}
        </Text>
      )}
      <OpenLink />
    </header>
  );
}

function Maps({ maps, mayCreate }: { readonly maps: readonly MapListItem[]; readonly mayCreate: boolean }) {
  const { t } = useTranslation();
  if (maps.length === 0) return mayCreate ? <EmptyWorkspace /> : <NoMaps />;
  if (!mayCreate) return <MapsSection maps={maps} />;
  return (
    <Stack gap={48}>
      <MapsSection maps={maps} onNew={goToNewMap} />
      <NewMap title={t("start.newMap")} />
    </Stack>
  );
}

/** The heading takes the focus, so that the next Tab is the first way to begin. */
function goToNewMap(): void {
  const heading = document.getElementById("new-map");
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

function NoMaps() {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" className={styles.noMaps}>
      <Title order={1} fz={24}>
        {t("start.noMaps")}
      </Title>
      <Text maw="36rem">{t("start.guestWithoutMaps")}</Text>
    </Stack>
  );
}

function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("app.loading")}>
      <Group justify="space-between" mb="md">
        <Skeleton h={30} w={160} />
      </Group>
      <div className={styles.grid}>
        <Skeleton h={290} />
        <Skeleton h={290} />
        <Skeleton h={290} />
      </div>
    </div>
  );
}
