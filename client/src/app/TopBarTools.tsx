import { Button } from "@mantine/core";
import { can } from "@trellis/shared/access/can";
import { useTranslation } from "react-i18next";
import { useRole } from "../document/useSaveState.ts";
import { Avatars } from "./Avatars.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { openedStore } from "./openedStore.ts";
import { TemplateCommand } from "./TemplateCommand.tsx";

/** Who is here, and taking the map out: as a file or to other people. */
export function TopBarTools({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  const role = useRole();
  return (
    <>
      <Avatars />
      <TemplateCommand mapId={mapId} />
      <ExportMenu mapId={mapId} />
      {can(role, "link.create") && (
        <Button size="xs" px="md" onClick={() => openedStore.getState().open("share")}>
          {t("map.share")}
        </Button>
      )}
    </>
  );
}
