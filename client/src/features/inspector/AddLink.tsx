import { Button, Group, NativeSelect, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { addLink } from "@trellis/shared/ops/links";
import { type CardType, ENUMS } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { REQUIRED_LINK_FIELDS } from "@trellis/shared/schema/linkTypes";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { CardControl } from "./controls/CardControl.tsx";
import styles from "./Inspector.module.css";
import { linkWays } from "./linkWays.ts";

/** Adds a link: what it says, then to which card. Only allowed types and ends are offered. */
export function AddLink({ card, type }: { readonly card: CardId; readonly type: CardType }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const ways = linkWays(type);
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [other, setOther] = useState<CardId | null>(null);
  const [role, setRole] = useState<string>(ENUMS.role[0]);
  const way = ways[chosen] ?? ways[0];
  if (!way) return null;
  const needsRole = REQUIRED_LINK_FIELDS[way.type]?.includes("role") === true;
  const close = () => {
    setOpened(false);
    setOther(null);
  };
  const add = () => {
    if (!other) return;
    const ends = way.direction === "out" ? { from: card, to: other } : { from: other, to: card };
    if (edit(addLink, { type: way.type, ...ends, ...(needsRole ? { fields: { role } } : {}) })) close();
  };
  if (!opened)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        data-add-link
        onClick={() => setOpened(true)}
      >
        {t("inspector.addLink")}
      </Button>
    );
  return (
    <Stack gap="xs" className={styles.rowBox} data-new-link>
      <NativeSelect
        size="sm"
        label={t("inspector.linkSays")}
        data-new-link-type
        value={String(chosen)}
        data={ways.map((offered, index) => ({
          value: String(index),
          label: t(`linkType.${offered.type}.${offered.direction}`),
        }))}
        onChange={(event) => {
          setChosen(Number(event.currentTarget.value));
          setOther(null);
        }}
      />
      {needsRole && (
        <NativeSelect
          size="sm"
          label={t("field.role")}
          value={role}
          data={ENUMS.role.map((value) => ({ value, label: t(`enum.role.${value}`) }))}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
      )}
      <CardControl
        id={`new-link-${card}`}
        value={other}
        types={way.others}
        without={new Set([card])}
        write={setOther}
        placeholder={t("inspector.chooseCard")}
        label={t("inspector.otherCard")}
      />
      <Group gap="xs">
        <Button size="xs" disabled={!other} onClick={add}>
          {t("inspector.addLink")}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t("app.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}
