import { NativeSelect } from "@mantine/core";
import type { CardType } from "@trellis/shared/schema/enums";
import { ENUMS } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { REQUIRED_LINK_FIELDS } from "@trellis/shared/schema/linkTypes";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../../document/useEdit.ts";
import styles from "../Inspector.module.css";
import { CardPick } from "./CardPick.tsx";
import { joinCards, type OtherCard } from "./linkEdits.ts";
import { linkWays } from "./linkWays.ts";

/** Adds a link: what it says, then to which card, of the map or new. Only allowed types and ends are offered. */
export function AddLink({ card, type }: { readonly card: CardId; readonly type: CardType }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const ways = useMemo(() => linkWays(type), [type]);
  const without = useMemo(() => new Set([card]), [card]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [role, setRole] = useState<string>(ENUMS.role[0]);
  const select = useRef<HTMLSelectElement>(null);
  const way = chosen === null ? undefined : ways[chosen];
  const needsRole = way ? REQUIRED_LINK_FIELDS[way.type]?.includes("role") === true : false;
  const close = () => {
    setChosen(null);
    select.current?.focus();
  };
  const add = (other: OtherCard) => {
    if (!way) return;
    const { type: linkType, direction } = way;
    if (
      edit(joinCards, { card, direction, type: linkType, other, ...(needsRole ? { fields: { role } } : {}) })
    )
      close();
  };
  return (
    <div className={styles.addLink} data-new-link>
      <NativeSelect
        ref={select}
        size="xs"
        aria-label={t("inspector.addLink")}
        data-new-link-type
        value={chosen ?? ""}
        classNames={{ input: styles.pick ?? "" }}
        data={[
          { value: "", label: t("inspector.addLink") },
          ...ways.map((offered, index) => ({
            value: String(index),
            label: t(`linkType.${offered.type}.${offered.direction}`),
          })),
        ]}
        onChange={(event) =>
          setChosen(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))
        }
      />
      {needsRole && (
        <NativeSelect
          size="xs"
          aria-label={t("field.role")}
          value={role}
          classNames={{ input: styles.pick ?? "" }}
          data={ENUMS.role.map((value) => ({ value, label: t(`enum.role.${value}`) }))}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
      )}
      {way && (
        <CardPick
          key={chosen}
          label={t("inspector.otherCard")}
          types={way.others}
          without={without}
          onPick={(id) => add({ id })}
          onCreate={(cardType, title) => add({ type: cardType, title, level: null })}
          onCancel={close}
        />
      )}
    </div>
  );
}
