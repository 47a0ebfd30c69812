import type { Card, Link } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../document/useMap.ts";
import { AddLink } from "./AddLink.tsx";
import { useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { LinkRow } from "./LinkRow.tsx";

/** Links in and out, gathered by what they say. */
export function CardLinks({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const links = useMap(
    (snapshot) => [...snapshot.links.values()].filter((link) => link.from === card.id || link.to === card.id),
    sameList,
  );
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const key = `linkType.${link.type}.${link.from === card.id ? "out" : "in"}`;
    const group = groups.get(key);
    if (group) group.push(link);
    else groups.set(key, [link]);
  }
  return (
    <div data-links>
      {links.length === 0 && <p className={styles.hint}>{t("inspector.noLinks")}</p>}
      {[...groups].map(([key, group]) => (
        <div key={key} className={styles.linkGroup}>
          <div className={styles.label}>{t(key)}</div>
          <ul className={styles.plainList}>
            {group.map((link) => (
              <LinkRow key={link.id} link={link} from={card.id} />
            ))}
          </ul>
        </div>
      ))}
      {!readOnly && <AddLink card={card} />}
    </div>
  );
}
