import { Button, Menu } from "@mantine/core";
import { can } from "@trellis/shared/access/can";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRole } from "../document/useSaveState.ts";
import { later } from "../ui/later.tsx";
import { Avatars } from "./Avatars.tsx";

const ShareDialog = later(async () => (await import("../features/share/index.ts")).ShareDialog);

const FORMATS = ["markdown", "svg", "json"] as const;

/** Who is here, and taking the map out: as a file or to other people. */
export function TopBarTools({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  const role = useRole();
  const [sharing, setSharing] = useState(false);
  return (
    <>
      <Avatars />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs">
            {t("map.export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item
              key={format}
              component="a"
              href={`/api/maps/${encodeURIComponent(mapId)}/export/${format}`}
              download
            >
              {t(`map.exportAs.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {can(role, "link.create") && (
        <Button size="xs" px="md" onClick={() => setSharing(true)}>
          {t("map.share")}
        </Button>
      )}
      {sharing && (
        <Suspense>
          <ShareDialog mapId={mapId} onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </>
  );
}
