import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { LINK_TYPES } from "@trellis/shared/schema/linkTypes";
import type { Link } from "@trellis/shared/schema/values";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { AddLink } from "./AddLink.tsx";
import { LinkRow } from "./LinkRow.tsx";

interface CardLinksProps {
  readonly card: CardId;
  readonly type: CardType;
  readonly links: readonly Link[];
}

/** Links in and out, gathered by what they say, in the order of the table of link types. */
export const CardLinks = memo(function CardLinks({ card, type, links }: CardLinksProps) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const groups = LINK_TYPES.flatMap((linkType) =>
    (["out", "in"] as const).flatMap((direction) => {
      const group = links.filter(
        (link) => link.type === linkType && (direction === "out" ? link.from : link.to) === card,
      );
      return group.length > 0 ? [{ key: `linkType.${linkType}.${direction}`, group }] : [];
    }),
  );
  return (
    <div data-links>
      {links.length === 0 && <p className={styles.hint}>{t("inspector.noLinks")}</p>}
      {groups.map(({ key, group }) => (
        <div key={key} className={styles.linkGroup}>
          <div className={styles.linkMeaning}>{t(key)}</div>
          <ul className={styles.plainList} aria-label={t(key)}>
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
