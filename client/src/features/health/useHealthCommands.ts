/** What the health check offers in the palette and on the page of keys. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { ALL_CHECKS, type HealthFilter } from "./healthFilter.ts";

interface HealthCommands {
  readonly onFilter: (next: HealthFilter) => void;
  readonly onExport: () => void;
  readonly openAll: (open: boolean) => void;
}

export function useHealthCommands({ onFilter, onExport, openAll }: HealthCommands): void {
  const { t } = useTranslation();
  useCommands(
    useMemo((): readonly Command[] => {
      const only = (id: string, results: HealthFilter["results"]): Command => ({
        id: `health.${id}`,
        group: "see",
        label: t(`health.command.${id}`),
        run: () => onFilter({ ...ALL_CHECKS, results }),
      });
      return [
        { id: "health.arrows", group: "go", label: t("health.command.arrows"), keys: "Up Down" },
        { id: "health.ends", group: "go", label: t("health.command.ends"), keys: "Home End" },
        only("failing", ["fail"]),
        only("notKnown", ["not_known"]),
        only("all", []),
        { id: "health.openAll", group: "see", label: t("health.command.openAll"), run: () => openAll(true) },
        {
          id: "health.closeAll",
          group: "see",
          label: t("health.command.closeAll"),
          run: () => openAll(false),
        },
        { id: "health.csv", group: "map", label: t("health.command.csv"), run: onExport },
      ];
    }, [t, onFilter, onExport, openAll]),
  );
}
