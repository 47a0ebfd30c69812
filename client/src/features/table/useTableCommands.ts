/** What this view offers in the palette and on the page of keys. */
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { useExportTable } from "../../workspace/exportTable.ts";
import { csvRows } from "./csvRows.ts";
import { FIND_ID } from "./TableHead.tsx";
import type { TableModel } from "./useTableModel.ts";

/** Keys that mean something where the focus is: printed, not offered. `true`: it changes the map. */
const PRINTED: readonly (readonly [name: string, group: Command["group"], keys: string, changes: boolean])[] =
  [
    ["arrows", "go", "ArrowUp ArrowDown ArrowLeft ArrowRight", false],
    ["ends", "go", "Home End Mod+Home Mod+End", false],
    ["edges", "go", "Mod+ArrowUp Mod+ArrowDown", false],
    ["block", "go", "Shift+ArrowDown Shift+ArrowRight Mod+A", false],
    ["sort", "see", "Enter", false],
    ["width", "see", "Alt+ArrowLeft Alt+ArrowRight", false],
    ["open", "go", "Mod+Enter", false],
    ["tick", "go", "Space", false],
    ["write", "change", "Enter F2", true],
    ["fillDown", "change", "Mod+D", true],
    ["clear", "change", "Delete", true],
    ["copy", "change", "Mod+C", false],
    ["paste", "change", "Mod+X Mod+V", true],
  ];

export function useTableCommands(model: TableModel): void {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  const { type, choose, canEdit, changes, rows, columns, words, joined } = model;
  const commands = useMemo(
    (): Command[] => [
      ...PRINTED.filter(([, , , changesMap]) => canEdit || !changesMap).map(
        ([name, group, keys]): Command => ({
          id: `table.${name}`,
          group,
          label: t(`table.command.${name}`),
          keys,
        }),
      ),
      {
        id: "table.find",
        group: "go",
        label: t("table.find"),
        run: () => document.getElementById(FIND_ID)?.focus(),
      },
      ...CARD_TYPES.filter((other) => other !== type).map(
        (other): Command => ({
          id: `table.type.${other}`,
          group: "see",
          label: t("table.command.type", { type: t(`cardTypes.${other}`).toLocaleLowerCase() }),
          run: () => choose({ type: other, columns: null, sort: null }),
        }),
      ),
      {
        id: "table.tickAll",
        group: "go",
        label: t("table.tickAll"),
        run: () => changes.tick(rows.map(({ id }) => id)),
      },
      {
        id: "table.csv",
        group: "map",
        label: t("table.command.csv"),
        run: () => exportTable(t(`cardTypes.${type}`), () => csvRows({ type, rows, columns, words, joined })),
      },
    ],
    [t, type, choose, canEdit, changes, rows, columns, words, joined, exportTable],
  );
  useCommands(commands);
}
