import type { TemplateDetail } from "@trellis/shared/protocol/api";
import { useTranslation } from "react-i18next";
import styles from "./Start.module.css";

/** What a template rests on: closed at first, since some have sixty. */
export function TemplateSources({ sources }: { readonly sources: TemplateDetail["sources"] }) {
  const { t } = useTranslation();
  return (
    <details className={styles.sources}>
      <summary>{t("start.template.sources", { count: sources.length })}</summary>
      <ul>
        {sources.map(({ title, publisher, year, url }) => (
          <li key={`${title} ${publisher} ${year} ${url}`}>
            {url === null ? (
              title
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            <span className={styles.fact}> {[publisher, year].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
