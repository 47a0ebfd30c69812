import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { MapListItem } from "@trellis/shared/protocol/api";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useMaps, useMe } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { QueryScope } from "../../http/QueryScope.tsx";
import { ApiProblem } from "../../http/request.ts";
import { Mark } from "../../ui/Mark.tsx";
import { Page } from "../../ui/Page.tsx";
import { DeletedMaps } from "./DeletedMaps.tsx";
import { EmptyWorkspace } from "./EmptyWorkspace.tsx";
import { MapList } from "./MapList.tsx";
import { NewMap } from "./NewMap.tsx";
import { SignedOut } from "./SignedOut.tsx";

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
  useEffect(() => {
    document.title = t("start.pageTitle");
  }, [t]);
  if (maps.error instanceof ApiProblem && maps.error.status === 401) return <SignedOut />;
  const mayCreate = me.data !== undefined && me.data.kind !== "guest";
  return (
    <Page>
      <Group gap="sm" mb="xl" component="header">
        <Mark size={26} />
        <Text fw={650} fz={18}>
          {t("app.name")}
        </Text>
        {me.data && (
          <Text c="dimmed" size="sm" ml="auto">
            {t("start.signedInAs", { name: me.data.name })}
          </Text>
        )}
      </Group>
      {maps.error && (
        <Alert color="orange" mb="lg" role="alert" title={t("start.listFailed")}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{problemText(t, maps.error)}</Text>
            <Button size="xs" variant="default" onClick={() => void maps.refetch()}>
              {t("app.tryAgain")}
            </Button>
          </Stack>
        </Alert>
      )}
      {(maps.isPending || me.isPending) && <ListSkeleton />}
      {maps.data && !me.isPending && <Maps maps={maps.data} mayCreate={mayCreate} />}
      {maps.data && mayCreate && <DeletedMaps />}
    </Page>
  );
}

function Maps({ maps, mayCreate }: { readonly maps: readonly MapListItem[]; readonly mayCreate: boolean }) {
  const { t } = useTranslation();
  if (maps.length === 0) return mayCreate ? <EmptyWorkspace /> : <Text>{t("start.guestWithoutMaps")}</Text>;
  return (
    <Stack gap={40}>
      <section aria-labelledby="my-maps">
        <Group justify="space-between" mb="sm">
          <Title order={1} fz={24} id="my-maps">
            {t("start.myMaps")}
          </Title>
          {mayCreate && (
            <Anchor href="#new-map" size="sm">
              {t("start.newMap")}
            </Anchor>
          )}
        </Group>
        <MapList maps={maps} />
      </section>
      {mayCreate && <NewMap title={t("start.newMap")} />}
    </Stack>
  );
}

function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status" aria-label={t("app.loading")}>
      <Skeleton h={30} w={160} />
      <Skeleton h={64} />
      <Skeleton h={64} />
      <Skeleton h={64} />
    </Stack>
  );
}
