/** Everything that can be done with a row, for hands that do not use keys. */
import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MenuPlace } from "../../ui/MenuPlace.tsx";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { CHANGES, type PlainKind } from "./keyboard.ts";
import styles from "./Outline.module.css";
import type { Asking } from "./outlineStore.ts";
import { run } from "./useOutlineKeys.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

const GROUPS: readonly (readonly PlainKind[])[] = [
  ["show", "rename"],
  ["addInside", "addBelow"],
  ["moveUp", "moveDown", "moveIn", "moveOut", "moveTo"],
  ["linkTo"],
  ["remove"],
];

interface RowMenuProps {
  readonly model: OutlineModel;
  readonly asking: Extract<Asking, { kind: "row" }>;
}

export function RowMenu({ model, asking }: RowMenuProps) {
  const { t } = useTranslation();
  const isReference = model.outline.items.get(asking.key)?.kind === "reference";
  const close = () => {
    model.store.getState().set({ asking: null });
    model.tree.current?.focus({ preventScroll: true });
  };
  const choose = (kind: PlainKind) => {
    close();
    // The menu may have been opened on a row that is not the current one any more.
    model.nav.choose(asking.key, "only");
    run({ kind }, model);
    if (kind === "show") workspaceStore.getState().openPanel();
  };
  const offered = GROUPS.map((group) =>
    group.filter((kind) => (model.canEdit && !(isReference && kind !== "linkTo")) || !CHANGES.has(kind)),
  ).filter((group) => group.length > 0);
  return (
    <Menu opened onClose={close} position="bottom-start" width={250} returnFocus={false} trapFocus>
      <Menu.Target>
        <MenuPlace
          label={t("outline.command.menu")}
          className={styles.anchor}
          style={{ left: asking.x, top: asking.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((group, index) => (
          <div key={group[0]} role="none">
            {index > 0 && <Menu.Divider />}
            {group.map((kind) => (
              <Menu.Item
                key={kind}
                {...(kind === "remove" ? { color: "red" } : {})}
                onClick={() => choose(kind)}
              >
                {t(isReference && kind === "show" ? "outline.goToOwner" : `outline.command.${kind}`)}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
