import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Link } from "@trellis/shared/schema/values";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../document/useMap.ts";
import { AddLink } from "./AddLink.tsx";
import { useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { LinkRow } from "./LinkRow.tsx";

/** Links in and out, gathered by what they say. */
export const CardLinks = memo(function CardLinks({
  card,
  type,
}: {
  readonly card: CardId;
  readonly type: CardType;
}) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const links = useMap(
    (snapshot) => [...snapshot.links.values()].filter((link) => link.from === card || link.to === card),
    sameList,
  );
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const key = `linkType.${link.type}.${link.from === card ? "out" : "in"}`;
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
              <LinkRow key={link.id} link={link} from={card} />
            ))}
          </ul>
        </div>
      ))}
      {!readOnly && <AddLink card={card} type={type} />}
    </div>
  );
});
