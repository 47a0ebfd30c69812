/** What the roadmap offers in the palette and on the page of keys. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { PARTS, ZOOMS } from "./roadmapAddress.ts";
import { useExportRoadmap } from "./useExportRoadmap.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

export function useRoadmapCommands(model: RoadmapModel): void {
  const { t } = useTranslation();
  const { choose, canEdit } = model;
  const onExport = useExportRoadmap(model);
  useCommands(
    useMemo((): readonly Command[] => {
      const key = (id: string, group: Command["group"], keys: string): Command => ({
        id: `roadmap.${id}`,
        group,
        label: t(`roadmap.command.${id}`),
        keys,
      });
      return [
        key("arrows", "go", "Up Down"),
        key("lanes", "go", "Mod+Up Mod+Down"),
        key("inOut", "go", "Left Right"),
        key("show", "go", "Enter"),
        ...(canEdit
          ? [
              key("move", "change", "Alt+Left Alt+Right"),
              key("moveEnd", "change", "Alt+Shift+Left Alt+Shift+Right"),
            ]
          : []),
        ...PARTS.map(
          (part): Command => ({
            id: `roadmap.part.${part}`,
            group: "see",
            label: t(`roadmap.command.part.${part}`),
            run: () => choose({ part }),
          }),
        ),
        ...ZOOMS.map(
          (zoom): Command => ({
            id: `roadmap.zoom.${zoom}`,
            group: "see",
            label: t(`roadmap.command.zoom.${zoom}`),
            run: () => choose({ part: "time", zoom }),
          }),
        ),
        { id: "roadmap.csv", group: "map", label: t("roadmap.command.csv"), run: onExport },
      ];
    }, [t, choose, canEdit, onExport]),
  );
}
