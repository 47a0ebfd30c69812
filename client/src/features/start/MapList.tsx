import type { MapListItem } from "@trellis/shared/protocol/api";
import styles from "./MapList.module.css";
import { MapRow } from "./MapRow.tsx";

/** The maps in use, newest change first. */
export function MapList({ maps }: { readonly maps: readonly MapListItem[] }) {
  return (
    <ul className={styles.list}>
      {maps.map((map) => (
        <MapRow key={map.id} map={map} />
      ))}
    </ul>
  );
}
