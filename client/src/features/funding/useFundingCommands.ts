/** What this view offers in the palette and on the page of keys. */
import { moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { DIMENSIONS } from "@trellis/shared/derive/money/slices";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { useExportTable } from "../../workspace/exportTable.ts";
import { useShownCards } from "../../workspace/useShownCards.ts";
import { rowsShown } from "./cardLines.ts";
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

/** Saves the cards as they are narrowed and filtered. */
function useCardsCsv({ address, ask, scope }: FundingModel): Command {
  const { t } = useTranslation();
  const live = useLiveMap();
  const exportTable = useExportTable();
  const { shown } = useShownCards("shown");
  return useMemo(
    () => ({
      id: "funding.csv",
      group: "map",
      label: t("funding.command.csv"),
      run: () =>
        exportTable(t("funding.cards.title"), () =>
          cardRows(
            { snapshot: live.getSnapshot(), ask, scope, address },
            rowsShown(ask(moneyTree, scope).rows, { only: address.only, shown }),
            t,
          ),
        ),
    }),
    [t, live, exportTable, ask, scope, address, shown],
  );
}

export function useFundingCommands(model: FundingModel): void {
  const { address, choose, store, ask, scope, snapshot } = model;
  const { t } = useTranslation();
  const csv = useCardsCsv(model);
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
  }, [t, part, settings, choose, store, rows, csv]);
  useCommands(commands);
}
