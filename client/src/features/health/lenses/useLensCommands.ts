/** What the lenses offer in the palette and on the page of keys. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../../workspace/commands.ts";
import { useExportTable } from "../../../workspace/exportTable.ts";
import { toRate } from "./lensModel.ts";
import { tagRows } from "./lensRows.ts";
import type { LensAsking, LensesHere } from "./useLensModel.ts";

/** `ask` is null for those who may only read. */
export function useLensCommands(here: LensesHere, ask: ((asking: LensAsking) => void) | null): void {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  useCommands(
    useMemo((): readonly Command[] => {
      const { model, words, choose } = here;
      const name = words.lens(model.lens);
      const command = (id: string, group: Command["group"], label: string, run: () => void): Command => ({
        id: `lenses.${id}`,
        group,
        label,
        run,
      });
      const rating = toRate(model);
      return [
        ...model.all.map(({ lens }) =>
          command(`see.${lens}`, "see", t("lensView.command.see", { lens: words.lens(lens) }), () =>
            choose({ lens, earlier: "" }),
          ),
        ),
        ...(ask && rating
          ? [
              command("rate", "change", t("lensView.command.rate", { lens: name }), () =>
                ask({ kind: "rate", what: rating }),
              ),
            ]
          : []),
        ...(ask ? [command("own", "change", t("lensView.ownLens.add"), () => ask({ kind: "newLens" }))] : []),
        command("csv", "map", t("lensView.command.csv", { lens: name }), () =>
          exportTable(t("lensView.cardsOf", { lens: name }), () => tagRows(model, words)),
        ),
      ];
    }, [t, here, ask, exportTable]),
  );
}
