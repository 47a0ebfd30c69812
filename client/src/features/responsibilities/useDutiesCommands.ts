/** What this view offers in the palette and on the page of keys. */
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { useExportTable } from "../../workspace/exportTable.ts";
import { FIND_ID } from "./DutiesHead.tsx";
import { GROUPINGS, PARTS } from "./dutiesAddress.ts";
import { matrixRowsOf, phaseName } from "./dutyWords.ts";
import type { DutiesModel } from "./useDutiesModel.ts";

/** Keys that mean something where the focus is: printed, not offered. */
const PRINTED = [
  ["arrows", "go", "Up Down Left Right", false],
  ["ends", "go", "Home End Mod+Home Mod+End", false],
  ["pages", "go", "PageUp PageDown", false],
  ["show", "go", "Enter", false],
  ["roles", "change", "A R C I", true],
  ["menu", "change", "Enter Shift+F10", true],
  ["clear", "change", "Delete", true],
] as const;

export function useDutiesCommands({
  choose,
  changes,
  words,
  table,
  phases,
  canEdit,
  address,
}: DutiesModel): void {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  const isMatrix = address.part === "matrix";
  const commands = useMemo((): Command[] => {
    const see = (id: string, label: string, run: () => void): Command => ({
      id: `responsibilities.${id}`,
      group: "see",
      label,
      run,
    });
    const parts = PARTS.filter((part) => part !== address.part).map((part) =>
      see(`part.${part}`, t(`responsibilities.command.part.${part}`), () => choose({ part })),
    );
    if (!isMatrix) return parts;
    return [
      ...parts,
      ...printed(t, canEdit),
      {
        id: "responsibilities.find",
        group: "go",
        label: t("responsibilities.find"),
        keys: "/",
        run: () => document.getElementById(FIND_ID)?.focus(),
      },
      ...GROUPINGS.map((by) => see(`by.${by}`, t(`responsibilities.command.by.${by}`), () => choose({ by }))),
      ...(phases.length === 0 ? [] : ["", EVERY_PHASE, ...phases.map(({ phase }) => phase)]).map((phase) =>
        see(`phase.${phase}`, t("responsibilities.command.phase", { phase: phaseName(words, phase) }), () =>
          choose({ phase }),
        ),
      ),
      see("gaps", t("responsibilities.command.gaps"), () => choose({ rows: { kind: "gaps" } })),
      see("clashes", t("responsibilities.command.clashes"), () => choose({ rows: { kind: "clashes" } })),
      see("all", t("responsibilities.summary.all"), () => choose({ rows: null })),
      see("openAll", t("responsibilities.openAll"), () => changes.foldAll(true)),
      see("closeAll", t("responsibilities.closeAll"), () => changes.foldAll(false)),
      {
        id: "responsibilities.csv",
        group: "map",
        label: t("responsibilities.command.csv"),
        run: () => exportTable(t("responsibilities.label"), () => matrixRowsOf(words, table)),
      },
    ];
  }, [t, choose, changes, words, table, phases, canEdit, isMatrix, address.part, exportTable]);
  useCommands(commands);
}

const printed = (t: TFunction, canEdit: boolean): Command[] =>
  PRINTED.filter(([, , , changesMap]) => canEdit || !changesMap).map(([name, group, keys]) => ({
    id: `responsibilities.${name}`,
    group,
    label: t(`responsibilities.command.${name}`),
    keys,
  }));
