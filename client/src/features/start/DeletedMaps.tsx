import { Button, Group, Title } from "@mantine/core";
import type { MapListItem } from "@trellis/shared/protocol/api";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeletedMaps, useRestoreMap } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { notify } from "../../ui/notify.ts";
import { WhenText } from "../../ui/WhenText.tsx";
import { PurgeMap } from "./PurgeMap.tsx";
import styles from "./Start.module.css";

const SHOWN_FIRST = 5;
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });

/** Maps that can still be brought back. Nothing is drawn when there are none. */
export function DeletedMaps() {
  const { t } = useTranslation();
  const maps = useDeletedMaps(true).data ?? [];
  const [all, setAll] = useState(false);
  if (maps.length === 0) return null;
  const shown = all ? maps : maps.slice(0, SHOWN_FIRST);
  return (
    <section aria-labelledby="deleted-maps" className={styles.deleted}>
      <Title order={2} fz={18} mb={4} id="deleted-maps">
        {t("start.recentlyDeleted")}
      </Title>
      <p className={styles.fact}>{t("start.deletedKept")}</p>
      <ul className={styles.rows}>
        {shown.map((map) => (
          <DeletedMap key={map.id} map={map} />
        ))}
      </ul>
      {shown.length < maps.length && (
        <Button variant="subtle" size="xs" mt="xs" onClick={() => setAll(true)}>
          {t("start.showAll", { count: maps.length })}
        </Button>
      )}
    </section>
  );
}

function DeletedMap({ map }: { readonly map: MapListItem }) {
  const { t } = useTranslation();
  const restore = useRestoreMap();
  const [purging, setPurging] = useState(false);
  const title = map.title === "" ? t("start.untitledMap") : map.title;
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setPurging(false);
    button.current?.focus();
  };
  const bringBack = () =>
    void restore
      .mutateAsync(map.id)
      .then(() => notify({ text: t("start.broughtBack", { title }) }))
      .catch((error: unknown) => notify({ tone: "problem", text: problemText(t, error) }));
  return (
    <li className={styles.row} data-map={map.id}>
      <div className={styles.words}>
        <span className={styles.name}>{title}</span>
        <span className={styles.fact}>
          <WhenText label={t("start.deletedAt")} at={map.deletedAt ?? map.updatedAt} />
          {map.goneAt && ` · ${t("start.goneOn", { date: DAY.format(new Date(map.goneAt)) })}`}
        </span>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="xs"
          variant="default"
          loading={restore.isPending}
          aria-label={t("start.bringBackNamed", { title })}
          onClick={bringBack}
        >
          {t("start.bringBack")}
        </Button>
        <Button
          ref={button}
          size="xs"
          variant="subtle"
          color="red"
          aria-label={t("start.purge.openNamed", { title })}
          onClick={() => setPurging(true)}
        >
          {t("start.purge.open")}
        </Button>
      </Group>
      {purging && <PurgeMap id={map.id} title={title} onClose={close} />}
    </li>
  );
}
