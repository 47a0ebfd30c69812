import { Button, Group, NativeSelect, Text, TextInput, Title } from "@mantine/core";
import type { MapListItem } from "@trellis/shared/protocol/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MapTile } from "./MapTile.tsx";
import { MAP_ORDERS, type MapOrder, mapsShown } from "./mapOrder.ts";
import styles from "./Start.module.css";

const ORDER_FROM = 3;
const SEARCH_FROM = 9;

interface MapsSectionProps {
  readonly maps: readonly MapListItem[];
  /** Goes to where a map is begun; left out for those who begin none. */
  readonly onNew?: () => void;
}

/** The maps in use; many of them can be searched and put in another order. */
export function MapsSection({ maps, onNew }: MapsSectionProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState<MapOrder>("changed");
  const searchable = maps.length >= SEARCH_FROM;
  const shown = mapsShown(maps, { search: searchable ? search : "", order });
  return (
    <section aria-labelledby="my-maps">
      <Group justify="space-between" mb="md" gap="sm">
        <Title order={1} fz={24} id="my-maps">
          {t("start.myMaps")}
        </Title>
        <Group gap="sm">
          {searchable && (
            <TextInput
              type="search"
              aria-label={t("start.search")}
              placeholder={t("start.search")}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
          {maps.length >= ORDER_FROM && (
            <NativeSelect
              aria-label={t("start.order.label")}
              value={order}
              data={MAP_ORDERS.map((value) => ({ value, label: t(`start.order.${value}`) }))}
              onChange={(event) =>
                setOrder(MAP_ORDERS.find((known) => known === event.currentTarget.value) ?? "changed")
              }
            />
          )}
          {onNew && <Button onClick={onNew}>{t("start.newMap")}</Button>}
        </Group>
      </Group>
      <div role="status">
        {searchable && search.trim() !== "" && (
          <Text size="sm" c="dimmed" mb="sm">
            {t("start.found", { count: shown.length, search: search.trim() })}
          </Text>
        )}
      </div>
      <ul className={styles.grid}>
        {shown.map((map) => (
          <MapTile key={map.id} map={map} />
        ))}
      </ul>
    </section>
  );
}
