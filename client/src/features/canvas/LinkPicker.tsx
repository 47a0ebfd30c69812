/** Asks by which link two cards are joined: a sentence that starts with one of them. Only what may join them is offered. */
import { Menu } from "@mantine/core";
import type { CardId } from "@trellis/shared/schema/ids";
import { memo, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { choicesBetween, type LinkChoice } from "../../workspace/linkChoices.ts";
import styles from "./Canvas.module.css";
import { canvasStore, useCanvas } from "./canvasStore.ts";
import { signOf } from "./linkStyle.ts";
import type { Actions } from "./useActions.ts";

const POINTER_ONLY = ["mousedown", "touchstart"];

interface LinkPickerProps {
  /** Takes the focus back once the question is answered. */
  readonly surface: RefObject<HTMLElement | null>;
  readonly actions: Actions;
}

export const LinkPicker = memo(function LinkPicker({ surface, actions }: LinkPickerProps) {
  const { t } = useTranslation();
  const joining = useCanvas((state) => state.joining);
  const from = useMap((snapshot) => (joining ? snapshot.cards.get(joining.from) : undefined));
  const to = useMap((snapshot) => (joining ? snapshot.cards.get(joining.to) : undefined));
  const close = () => {
    canvasStore.getState().set({ joining: null });
    surface.current?.focus({ preventScroll: true });
  };
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
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      width={280}
      // Not "keydown": the Enter that opens the menu would close it again.
      clickOutsideEvents={POINTER_ONLY}
    >
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
