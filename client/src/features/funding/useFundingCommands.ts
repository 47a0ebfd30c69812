/** What this view offers in the palette and on the page of keys. */
import { moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { DIMENSIONS } from "@trellis/shared/derive/money/slices";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { useExportTable } from "../../workspace/exportTable.ts";
import { NARROWINGS, PARTS } from "./fundingAddress.ts";
import { dimensionWord } from "./fundingWords.ts";
import { cardRows } from "./tables.ts";
import type { FundingModel } from "./useFundingModel.ts";

/** Keys that mean something where the focus is: printed, not offered. */
const PRINTED = [
  ["arrows", "Up Down Left Right"],
  ["ends", "Home End Mod+Home Mod+End"],
  ["pages", "PageUp PageDown"],
  ["fold", "Space"],
  ["open", "Enter"],
] as const;

export function useFundingCommands({ address, choose, store, ask, scope, snapshot }: FundingModel): void {
  const { t } = useTranslation();
  const live = useLiveMap();
  const exportTable = useExportTable();
  const { part } = address;
  const { settings } = snapshot;
  const { rows } = ask(moneyTree, scope);
  const commands = useMemo((): Command[] => {
    const see = (id: string, label: string, run: () => void): Command => ({
      id: `funding.${id}`,
      group: "see",
      label,
      run,
    });
    const csv: Command = {
      id: "funding.csv",
      group: "map",
      label: t("funding.command.csv"),
      run: () =>
        exportTable(t("funding.cards.title"), () =>
          cardRows({ snapshot: live.getSnapshot(), ask, scope, address }, rows, t),
        ),
    };
    const parts = PARTS.filter((one) => one !== part).map((one) =>
      see(`part.${one}`, t(`funding.command.part.${one}`), () => choose({ part: one })),
    );
    if (part === "overview")
      return [
        ...parts,
        ...DIMENSIONS.map((by) =>
          see(`by.${by}`, t("funding.command.by", { dimension: dimensionWord(by, settings, t) }), () =>
            choose({ by }),
          ),
        ),
        csv,
      ];
    if (part === "pots") return [...parts, csv];
    return [
      ...parts,
      ...PRINTED.map(
        ([name, keys]): Command => ({
          id: `funding.${name}`,
          group: "go",
          label: t(`funding.command.${name}`),
          keys,
        }),
      ),
      ...NARROWINGS.map((only) =>
        see(`only.${only}`, t(`funding.command.only.${only}`), () => choose({ only })),
      ),
      see("openAll", t("funding.command.openAll"), () => store.setState({ folded: new Set() })),
      see("closeAll", t("funding.command.closeAll"), () =>
        store.setState({ folded: new Set(rows.map(({ card }) => card)) }),
      ),
      csv,
    ];
  }, [t, part, settings, choose, store, ask, scope, address, rows, live, exportTable]);
  useCommands(commands);
}
