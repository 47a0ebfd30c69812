/** Asks by which link two cards are joined: a sentence that starts with one of them. Only what may join them is offered. */
import { Menu } from "@mantine/core";
import type { CardId } from "@trellis/shared/schema/ids";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import styles from "./Canvas.module.css";
import { canvasStore, useCanvas } from "./canvasStore.ts";
import { choicesBetween, type LinkChoice } from "./linkChoices.ts";
import { signOf } from "./linkStyle.ts";
import type { Actions } from "./useActions.ts";

export const LinkPicker = memo(function LinkPicker({ actions }: { readonly actions: Actions }) {
  const { t } = useTranslation();
  const joining = useCanvas((state) => state.joining);
  const from = useMap((snapshot) => (joining ? snapshot.cards.get(joining.from) : undefined));
  const to = useMap((snapshot) => (joining ? snapshot.cards.get(joining.to) : undefined));
  const close = () => canvasStore.getState().set({ joining: null });
  if (!joining || !from || !to) return null;
  const { forward, backward } = choicesBetween(from.type, to.type);
  const name = (title: string) => title || t("canvas.noTitle");
  const items = (choices: readonly LinkChoice[], one: CardId, other: CardId) =>
    choices.map(({ type, role }) => (
      <Menu.Item
        key={`${type}${role ?? ""}`}
        leftSection={<span className={styles.sign}>{role ? signOf(role) : null}</span>}
        onClick={() => actions.join({ type, from: one, to: other, ...(role ? { fields: { role } } : {}) })}
      >
        {t(`canvas.verb.${role ?? type}`)}
      </Menu.Item>
    ));
  return (
    <Menu opened onClose={close} position="bottom-start" width={280} withinPortal>
      <Menu.Target>
        <span className={styles.anchor} style={{ left: joining.at.x, top: joining.at.y }} />
      </Menu.Target>
      <Menu.Dropdown className={styles.picker}>
        {forward.length > 0 && <Menu.Label>{t("canvas.joinFrom", { title: name(from.title) })}</Menu.Label>}
        {items(forward, from.id, to.id)}
        {backward.length > 0 && <Menu.Label>{t("canvas.joinFrom", { title: name(to.title) })}</Menu.Label>}
        {items(backward, to.id, from.id)}
      </Menu.Dropdown>
    </Menu>
  );
});
