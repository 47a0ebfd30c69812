import { linksAt } from "@trellis/shared/derive/linksByCard";
import { ENUMS, type ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../../document/useMap.ts";
import { useWishedPlace } from "../../../workspace/panelWish.ts";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { USUAL_ROLES } from "../panelLayout.ts";
import { LinkChips } from "./LinkChips.tsx";

/** Who answers for a card: accountable and responsible always, other roles where somebody has one. */
export function RoleRows({ card }: { readonly card: CardId }) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const [asked, setAsked] = useState(false);
  const wished = useWishedPlace(card);
  const isWished = ENUMS.role.some((role) => wished === `chips:${role}` && !USUAL_ROLES.includes(role));
  if (isWished && !asked) setAsked(true);
  const type = useMap((snapshot) => snapshot.cards.get(card)?.type);
  const held = useMap(
    (snapshot) => [
      ...new Set(
        linksAt(snapshot.links, card).flatMap((link): ResponsibilityRole[] =>
          link.type === "responsible" && link.to === card && link.role ? [link.role] : [],
        ),
      ),
    ],
    sameList,
  );
  const shown = ENUMS.role.filter((role) => asked || USUAL_ROLES.includes(role) || held.includes(role));
  if (!type) return null;
  return (
    <>
      {shown.map((role) => (
        <LinkChips key={role} card={card} cardType={type} type="responsible" direction="in" role={role} />
      ))}
      {!readOnly && shown.length < ENUMS.role.length && (
        <div className={styles.row}>
          <span />
          <button type="button" className={styles.quietButton} data-more-roles onClick={() => setAsked(true)}>
            {t("inspector.moreRoles")}
          </button>
        </div>
      )}
    </>
  );
}
