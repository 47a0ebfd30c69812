import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import view from "../../ui/View.module.css";
import styles from "./Indicators.module.css";

/** Where a figure comes from: a source of the map by its title, with a way to it, or a citation in words. */
export function SourceText({ source }: { readonly source: string | null }) {
  const { t } = useTranslation();
  const known = useMap(({ settings }) => settings.sources?.find(({ id }) => id === source));
  if (source === null) return <span className={view.warn}>{t("indicators.noSource")}</span>;
  const title = known?.title || source;
  if (!known?.url)
    return (
      <span className={styles.source} dir="auto" title={title}>
        {title}
      </span>
    );
  return (
    <a
      className={`${view.card} ${styles.source}`}
      href={known.url}
      target="_blank"
      rel="noopener noreferrer"
      dir="auto"
      title={title}
    >
      {title}
    </a>
  );
}
