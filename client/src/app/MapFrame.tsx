/** The frame of an open map: top bar, tabs, banners, canvas, panel. */
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../document/useSaveState.ts";
import { Canvas } from "../features/canvas/index.ts";
import { Loading } from "../ui/Loading.tsx";
import { RemoveCardsDialog } from "../workspace/RemoveCardsDialog.tsx";
import { useAddressedCard } from "../workspace/useAddressedCard.ts";
import { useShareSelection } from "../workspace/useShareSelection.ts";
import { useWorkspace } from "../workspace/workspaceStore.ts";
import styles from "./MapFrame.module.css";
import { MapNotices } from "./MapNotices.tsx";
import { SelectedBar } from "./SelectedBar.tsx";
import { TabsRow } from "./TabsRow.tsx";
import { TopBar } from "./TopBar.tsx";
import { useLeaveGuard } from "./useLeaveGuard.ts";
import { useUndoKeys } from "./useUndoKeys.ts";

const Inspector = lazy(async () => ({ default: (await import("../features/inspector/index.ts")).Inspector }));

export function MapFrame({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  const panel = useWorkspace((state) => state.panel);
  const selection = useWorkspace((state) => state.selection);
  // Another card begins at the top of its panel.
  const shown = selection.link ?? selection.cards.join();
  const canEdit = useCanEdit();
  useUndoKeys();
  useLeaveGuard();
  useShareSelection();
  useAddressedCard();
  return (
    <div className={styles.frame}>
      <TopBar mapId={mapId} />
      <TabsRow />
      <MapNotices />
      <div className={styles.body}>
        <main className={styles.canvas}>
          <Canvas />
        </main>
        <SelectedBar />
        {panel === "inspector" && (
          <Suspense fallback={<aside className={styles.panel}>{<Loading />}</aside>}>
            <aside key={shown} className={styles.panel} aria-label={t("inspector.panel")}>
              <Inspector />
            </aside>
          </Suspense>
        )}
      </div>
      {canEdit && <RemoveCardsDialog />}
    </div>
  );
}
