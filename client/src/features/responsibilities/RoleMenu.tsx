/** Every role that an actor may have on a card, ticked where it has it. */
import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MenuPlace } from "../../ui/MenuPlace.tsx";
import { latinKey } from "../../workspace/latinKey.ts";
import { paletteVariables } from "../../workspace/palette.ts";
import type { Pair } from "./changes.ts";
import { phaseName, ROLES, titleOf } from "./dutyWords.ts";
import { ROLE_KEYS } from "./gridKeys.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

interface RoleMenuProps {
  readonly model: DutiesModel;
  readonly asking: Pair & { readonly x: number; readonly y: number };
}

export function RoleMenu({ model, asking }: RoleMenuProps) {
  const { t } = useTranslation();
  const { words, changes, store, grid } = model;
  const held = new Set(changes.held(asking).map(({ role }) => role));
  const phase = changes.phaseFor(asking.card);
  const close = () => {
    store.getState().set({ asking: null });
    grid.current?.focus({ preventScroll: true });
  };
  return (
    <Menu opened onClose={close} position="bottom-start" width={270} returnFocus={false} trapFocus>
      <Menu.Target>
        <MenuPlace
          label={t("responsibilities.roleMenu")}
          className={styles.anchor}
          style={{ left: asking.x, top: asking.y }}
        />
      </Menu.Target>
      <Menu.Dropdown
        style={paletteVariables}
        onKeyDown={(event) => {
          const role = ROLE_KEYS[latinKey(event.nativeEvent)];
          if (!role || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          close();
          changes.toggle(asking, role);
        }}
      >
        <Menu.Label>
          {t("responsibilities.roleOf", {
            actor: titleOf(words, asking.actor),
            card: titleOf(words, asking.card),
          })}
          {phase !== null && ` (${phaseName(words, phase)})`}
        </Menu.Label>
        {ROLES.map((role) => (
          <Menu.CheckboxItem
            key={role}
            checked={held.has(role)}
            onChange={() => {
              close();
              changes.toggle(asking, role);
            }}
          >
            <span className={styles.roleChoice}>
              <span className={styles.letter} data-role={role} aria-hidden="true">
                {t(`responsibilities.letter.${role}`)}
              </span>
              {t(`enum.role.${role}`)}
            </span>
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item
          disabled={held.size === 0}
          onClick={() => {
            close();
            changes.clear(asking);
          }}
        >
          {t("responsibilities.clear")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
