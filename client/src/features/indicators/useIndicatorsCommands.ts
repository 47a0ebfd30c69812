/** What this view offers in the palette and on the page of keys. */
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { useExportTable } from "../../workspace/exportTable.ts";
import { type IndicatorsAddress, ORDERS } from "./indicatorsAddress.ts";
import { tableOf } from "./table.ts";

interface ManyInput {
  readonly address: IndicatorsAddress;
  readonly choose: (patch: Partial<IndicatorsAddress>) => void;
  readonly shown: readonly IndicatorReading[];
  readonly titleOf: (card: CardId) => string;
}

export function useIndicatorsCommands({ address, choose, shown, titleOf }: ManyInput): void {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  const commands = useMemo(
    (): Command[] => [
      ...ORDERS.filter((order) => order !== address.order).map(
        (order): Command => ({
          id: `indicators.order.${order}`,
          group: "see",
          label: t("indicators.command.order", { order: t(`indicators.order.${order}`) }),
          run: () => choose({ order }),
        }),
      ),
      {
        id: "indicators.everything",
        group: "see",
        label: t("indicators.command.everything"),
        run: () => choose({ mission: null, challenge: null, verdict: null, kind: null }),
      },
      {
        id: "indicators.csv",
        group: "map",
        label: t("indicators.command.csv"),
        run: () => exportTable(t("indicators.label"), () => tableOf(t, shown, titleOf)),
      },
    ],
    [t, address.order, choose, shown, titleOf, exportTable],
  );
  useCommands(commands);
}

/** While one is large. */
export function useOneCommands(back: () => void): void {
  const { t } = useTranslation();
  const commands = useMemo(
    (): Command[] => [
      { id: "indicators.back", group: "see", label: t("indicators.back"), keys: "Escape", run: back },
    ],
    [t, back],
  );
  useCommands(commands);
}
