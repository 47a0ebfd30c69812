import { canInWorkspace } from "@trellis/shared/access/can";
import { Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../document/useMap.ts";
import { useRole } from "../document/useSaveState.ts";
import { later } from "../ui/later.tsx";
import { useCommands } from "../workspace/commands.ts";

const SaveTemplateDialog = later(async () => (await import("../features/start/index.ts")).SaveTemplateDialog);

/** The command that saves the open map as a template, for those who may. */
export function TemplateCommand({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  const isOwner = useRole() === "owner";
  const title = useMap((snapshot) => snapshot.settings.title);
  const [asked, setAsked] = useState(false);
  useCommands(
    useMemo(
      () =>
        canInWorkspace(isOwner, "template.save")
          ? [
              {
                id: "map.saveTemplate",
                group: "map",
                label: t("commands.saveTemplate"),
                run: () => setAsked(true),
              },
            ]
          : [],
      [isOwner, t],
    ),
  );
  if (!asked) return null;
  return (
    <Suspense>
      <SaveTemplateDialog mapId={mapId} title={title} onClose={() => setAsked(false)} />
    </Suspense>
  );
}
