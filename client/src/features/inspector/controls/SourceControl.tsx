/** Where a statement comes from: one of the map's sources, shown with its number and its link, or a citation in words. */
import { useTranslation } from "react-i18next";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import type { ControlProps } from "./control.ts";
import { TextControl } from "./TextControl.tsx";

export function SourceControl(props: ControlProps) {
  if (props.cell) return <TextControl {...props} />;
  return (
    <div className={styles.withTool}>
      <SourceBadge value={props.value} />
      <div className={styles.grows}>
        <TextControl {...props} />
      </div>
    </div>
  );
}

/** The number of a source in the map's list, a link where the source has an address. Nothing for a citation in words. */
export function SourceBadge({ value }: { readonly value: unknown }) {
  const { t } = useTranslation();
  const { sources } = useForm();
  const index = sources.findIndex((source) => source.id === value);
  const source = sources[index];
  if (!source) return null;
  const number = index + 1;
  if (!source.url)
    return (
      <span className={styles.badge} title={source.title}>
        {number}
      </span>
    );
  return (
    <a
      className={styles.badge}
      href={source.url}
      target="_blank"
      rel="noopener noreferrer"
      title={source.title}
      aria-label={t("inspector.openSource", { number, title: source.title })}
    >
      {number}
    </a>
  );
}
