import type { MapListItem } from "@trellis/shared/protocol/api";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { mapPicture } from "../../http/maps.ts";
import { WhenText } from "../../ui/WhenText.tsx";
import { MapMenu } from "./MapMenu.tsx";
import { Picture } from "./Picture.tsx";
import styles from "./Start.module.css";

const NAMES_SHOWN = 3;
const NAMES = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** One map: what it looks like, what it is about, who is in it, and what can be done with it. */
export function MapTile({ map }: { readonly map: MapListItem }) {
  const { t } = useTranslation();
  return (
    <li className={styles.tile} data-map={map.id}>
      <Picture src={mapPicture(map)} />
      <div className={styles.words}>
        <div className={styles.head}>
          <Link to={`/maps/${map.id}`} className={styles.title}>
            {map.title === "" ? t("start.untitledMap") : map.title}
          </Link>
          <MapMenu map={map} />
        </div>
        {map.place && <span className={styles.fact}>{map.place}</span>}
        <LastChange map={map} />
        {map.role !== "owner" && <span className={styles.fact}>{t(`start.role.${map.role}`)}</span>}
        <Online map={map} />
      </div>
    </li>
  );
}

function LastChange({ map }: { readonly map: MapListItem }) {
  const { t } = useTranslation();
  const { changedBy } = map;
  const isNew = changedBy === null && map.updatedAt === map.createdAt;
  const who = changedBy?.isYou ? t("start.byYou") : changedBy && t("start.by", { name: changedBy.name });
  return (
    <span className={styles.fact}>
      <WhenText label={t(isNew ? "start.made" : "start.changed")} at={map.updatedAt} /> {who}
    </span>
  );
}

/** Who is in the map now, by name. */
function Online({ map: { online } }: { readonly map: MapListItem }) {
  const { t } = useTranslation();
  if (online.length === 0) return null;
  const all = online.map(({ name, organisation }) => (organisation ? `${name}, ${organisation}` : name));
  const names = online.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const more = online.length - names.length;
  const said = NAMES.format(more > 0 ? [...names, t("start.moreOnline", { count: more })] : names);
  return (
    <span className={styles.online} title={all.join("\n")}>
      {t("start.online", { names: said, count: online.length })}
    </span>
  );
}
