/** One row: the cards joined to this one by a kind of link (and role), each to go to or take away, and one to add. */
import { linksAt } from "@trellis/shared/derive/linksByCard";
import type { CardType, ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Link, StoredLinkType } from "@trellis/shared/schema/values";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../../document/useMap.ts";
import { useWishedPlace } from "../../../workspace/panelWish.ts";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { useGoTo } from "../useGoTo.ts";
import { AddChip } from "./AddChip.tsx";
import { linkWays } from "./linkWays.ts";
import { useRemoveLink } from "./useRemoveLink.ts";

interface LinkChipsProps {
  readonly card: CardId;
  readonly cardType: CardType;
  readonly type: StoredLinkType;
  readonly direction: "out" | "in";
  readonly role?: ResponsibilityRole;
}

export function LinkChips({ card, cardType, type, direction, role }: LinkChipsProps) {
  const { t } = useTranslation();
  const { readOnly, phases } = useForm();
  const links = useMap(
    (snapshot) =>
      linksAt(snapshot.links, card).filter(
        (link) =>
          link.type === type &&
          (direction === "out" ? link.from : link.to) === card &&
          (role === undefined || (link.type === "responsible" && link.role === role)),
      ),
    sameList,
  );
  const others = useMemo(
    () => linkWays(cardType).find((way) => way.type === type && way.direction === direction)?.others ?? [],
    [cardType, type, direction],
  );
  const without = useMemo(
    () => new Set([card, ...(role ? [] : links.map((link) => (direction === "out" ? link.to : link.from)))]),
    [card, links, direction, role],
  );
  const place = role ?? `${type}.${direction}`;
  const isWished = useWishedPlace(card) === `chips:${place}`;
  const label = role ? t(`enum.role.${role}`) : t(`linkType.${type}.${direction}`);
  if (readOnly && links.length === 0) return null;
  return (
    <div className={styles.row} data-chips={place}>
      <span className={styles.label}>{label}</span>
      <div className={styles.chips}>
        {links.length > 0 && (
          <ul aria-label={label}>
            {links.map((link) => (
              <Chip
                key={link.id}
                link={link}
                other={direction === "out" ? link.to : link.from}
                aside={
                  link.type === "responsible" ? phases.find(({ id }) => id === link.phase)?.label : undefined
                }
              />
            ))}
          </ul>
        )}
        {!readOnly && (
          <AddChip
            card={card}
            direction={direction}
            type={type}
            {...(role ? { fields: { role } } : {})}
            label={label}
            small={links.length > 0}
            types={others}
            without={without}
            isWished={isWished}
          />
        )}
      </div>
    </div>
  );
}

function Chip({
  link,
  other,
  aside,
}: {
  readonly link: Link;
  readonly other: CardId;
  readonly aside: string | undefined;
}) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const title = useMap((snapshot) => snapshot.cards.get(other)?.title) || t("inspector.untitled");
  const goTo = useGoTo();
  const removeLink = useRemoveLink();
  return (
    <li className={styles.chip} data-chip={link.id}>
      <button type="button" dir="auto" className={styles.chipName} title={title} onClick={() => goTo(other)}>
        {title}
        {aside && <span className={styles.chipAside}> · {aside}</span>}
      </button>
      {!readOnly && (
        <button
          type="button"
          className={styles.chipRemove}
          aria-label={t("inspector.removeLinkTo", { title })}
          onClick={(event) => {
            // The chip goes; whoever works by keyboard stays in its row.
            const row = event.currentTarget.closest("[data-chips]");
            removeLink(link);
            row?.querySelector<HTMLElement>("[data-add-chip]")?.focus();
          }}
        >
          ×
        </button>
      )}
    </li>
  );
}
