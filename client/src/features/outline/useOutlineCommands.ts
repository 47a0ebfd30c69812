/** What the outline offers in the palette and on the page of keys. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { CHANGES, type PlainKind } from "./keyboard.ts";
import { run } from "./useOutlineKeys.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

interface Listed {
  readonly kind: PlainKind;
  readonly group: Command["group"];
  readonly keys: string;
  /** Means something only where the focus is: printed, not offered. */
  readonly isKeyOnly?: true;
}

const LISTED: readonly Listed[] = [
  { kind: "find", group: "go", keys: "/" },
  { kind: "show", group: "go", keys: "Enter" },
  { kind: "menu", group: "go", keys: "Shift+F10", isKeyOnly: true },
  { kind: "openSiblings", group: "see", keys: "*" },
  { kind: "addBelow", group: "change", keys: "Mod+Enter" },
  { kind: "addInside", group: "change", keys: "Shift+Mod+Enter Insert" },
  { kind: "rename", group: "change", keys: "F2" },
  { kind: "moveIn", group: "change", keys: "Alt+Right Mod+]" },
  { kind: "moveOut", group: "change", keys: "Alt+Left Mod+[" },
  { kind: "moveUp", group: "change", keys: "Alt+Up" },
  { kind: "moveDown", group: "change", keys: "Alt+Down" },
  { kind: "moveTo", group: "change", keys: "Alt+M" },
  { kind: "linkTo", group: "change", keys: "Alt+L" },
  { kind: "remove", group: "change", keys: "Delete" },
  { kind: "toggle", group: "go", keys: "Mod+Space", isKeyOnly: true },
  { kind: "selectAll", group: "go", keys: "Mod+A", isKeyOnly: true },
];
/** Keys without a command of their own. */
const PRINTED = [
  ["arrows", "Up Down"],
  ["openClose", "Right Left"],
  ["ends", "Home End"],
  ["extend", "Shift+Up Shift+Down"],
  ["type", "A–Z"],
] as const;

export function useOutlineCommands({ store, nav, actions, canEdit, tree }: OutlineModel): void {
  const { t } = useTranslation();
  const commands = useMemo((): Command[] => {
    const model = { store, nav, actions, canEdit };
    const focusTree = () => tree.current?.focus({ preventScroll: true });
    return [
      ...PRINTED.map(
        ([name, keys]): Command => ({
          id: `outline.${name}`,
          group: "go",
          label: t(`outline.command.${name}`),
          keys,
        }),
      ),
      ...LISTED.filter(({ kind }) => canEdit || !CHANGES.has(kind)).map(
        ({ kind, group, keys, isKeyOnly }): Command => ({
          id: `outline.${kind}`,
          group,
          label: t(`outline.command.${kind}`),
          keys,
          ...(isKeyOnly
            ? {}
            : {
                run: () => {
                  focusTree();
                  run({ kind }, model);
                },
              }),
        }),
      ),
      { id: "outline.openAll", group: "see", label: t("outline.openAll"), run: () => nav.openAll(true) },
      { id: "outline.closeAll", group: "see", label: t("outline.closeAll"), run: () => nav.openAll(false) },
    ];
  }, [t, store, nav, actions, canEdit, tree]);
  useCommands(commands);
}
