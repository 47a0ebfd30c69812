/** The frame of an open map: top bar, tabs, banners, one view, panel. It renders once a view; each part follows what it shows. */
import { Suspense, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../document/useSaveState.ts";
import { followStore } from "../presence/followStore.ts";
import { Loading } from "../ui/Loading.tsx";
import { afterPicture, fetchParts, later, pictureDrawn } from "../ui/later.tsx";
import { CardFindingsContext } from "../workspace/cardFindings.ts";
import { CardRecordsContext } from "../workspace/cardRecords.ts";
import { usePanelKey } from "../workspace/panelFocus.ts";
import { useAddressedCard } from "../workspace/useAddressedCard.ts";
import { useLookAddress } from "../workspace/useLookAddress.ts";
import { useLookKeepers } from "../workspace/useLookKeepers.ts";
import { usePanelStep } from "../workspace/usePanelStep.ts";
import { useShareSelection } from "../workspace/useShareSelection.ts";
import { useWorkspace } from "../workspace/workspaceStore.ts";
import { Dialogs } from "./Dialogs.tsx";
import { FollowBanner } from "./FollowBanner.tsx";
import { GuideSpot } from "./GuideSpot.tsx";
import styles from "./MapFrame.module.css";
import { MapNotices } from "./MapNotices.tsx";
import { SelectedBar } from "./SelectedBar.tsx";
import { TabsRow } from "./TabsRow.tsx";
import { TopBar } from "./TopBar.tsx";
import { useDialogKeys } from "./useDialogKeys.ts";
import { useFollowing } from "./useFollowing.ts";
import { useLeaveGuard } from "./useLeaveGuard.ts";
import { useUndoKeys } from "./useUndoKeys.ts";
import type { MapView } from "./views.ts";

const AppCommands = afterPicture(async () => (await import("./AppCommands.tsx")).AppCommands);
const Announcer = afterPicture(async () => (await import("./Announcer.tsx")).Announcer);
const LookBar = afterPicture(async () => (await import("./LookBar.tsx")).LookBar);
const RemoveCardsDialog = afterPicture(
  async () => (await import("../workspace/RemoveCardsDialog.tsx")).RemoveCardsDialog,
);
const Inspector = later(async () => (await import("../features/inspector/index.ts")).Inspector);
const CardRecords = later(async () => (await import("../features/inspector/index.ts")).CardRecords);
const PathWatch = later(async () => (await import("../features/indicators/index.ts")).PathWatch);
const TouchesWatch = later(async () => (await import("./TouchesWatch.tsx")).TouchesWatch);
const HealthWatch = later(async () => (await import("../features/health/index.ts")).HealthWatch);
const CardFindings = later(async () => (await import("../features/health/index.ts")).CardFindings);
const LensWatch = later(async () => (await import("../features/health/index.ts")).LensWatch);

/** Long enough for the map to be drawn first. */
const FETCH_PARTS_AFTER_MS = 1_000;

/** What a person does to the view in which they follow somebody. Keys that only move the focus are none of it. */
const stopFollowing = () => followStore.getState().stop();
const stopFollowingByKey = ({ key }: { readonly key: string }) => {
  if (!["Tab", "Shift", "Control", "Alt", "Meta", "Escape"].includes(key)) stopFollowing();
};

export function MapFrame({
  mapId,
  view: { id, Page, folds, counts = false, isColoured = false },
}: {
  readonly mapId: string;
  readonly view: MapView;
}) {
  return (
    <div className={styles.frame}>
      <Watchers mapId={mapId} viewId={id} />
      <TopBar mapId={mapId} />
      <TabsRow mapId={mapId} viewId={id} />
      <MapNotices />
      <Suspense>
        <LookBar folds={folds} counts={counts} isColoured={isColoured} />
      </Suspense>
      <div className={styles.body}>
        <main className={styles.view}>
          <div
            className={styles.page}
            onPointerDownCapture={stopFollowing}
            onWheelCapture={stopFollowing}
            onKeyDownCapture={stopFollowingByKey}
          >
            <CardRecordsContext value={CardRecords}>
              <Suspense fallback={<Loading />}>
                <Page />
              </Suspense>
            </CardRecordsContext>
          </div>
          <FollowBanner />
          <GuideSpot />
        </main>
        <SelectedBar />
        <Panel />
      </div>
      <Suspense>
        <Removal />
        <Announcer />
        <AppCommands mapId={mapId} viewId={id} />
      </Suspense>
      <Dialogs mapId={mapId} />
    </div>
  );
}

/** What listens while a map is open. A component of its own, so that what they follow does not render the frame. */
function Watchers({ mapId, viewId }: { readonly mapId: string; readonly viewId: string }) {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setDrawn(true);
      void fetchParts();
    }, FETCH_PARTS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  // The canvas says itself when it is drawn; other views are text, there as soon as they are mounted.
  useEffect(() => {
    if (viewId !== "canvas") pictureDrawn();
  }, [viewId]);
  useUndoKeys();
  useDialogKeys();
  usePanelKey();
  useLeaveGuard(mapId);
  useShareSelection();
  useLookAddress();
  usePanelStep();
  useAddressedCard();
  useLookKeepers();
  useFollowing(mapId, viewId);
  if (!isDrawn) return null;
  return (
    <Suspense>
      <TouchesWatch mapId={mapId} />
      <HealthWatch />
      <LensWatch />
      <PathWatch />
    </Suspense>
  );
}

function Panel() {
  const { t } = useTranslation();
  const isOpen = useWorkspace((state) => state.panel === "inspector");
  // Who goes through cards by key is not kept waiting for the panel of each one.
  const selection = useDeferredValue(useWorkspace((state) => state.selection));
  const content = useMemo(
    () => (
      <Suspense fallback={<Loading />}>
        <CardFindingsContext value={CardFindings}>
          <Inspector selection={selection} />
        </CardFindingsContext>
      </Suspense>
    ),
    [selection],
  );
  if (!isOpen) return null;
  return (
    // Another card begins at the top of its panel.
    <aside
      key={selection.link ?? selection.cards.join()}
      className={styles.panel}
      aria-label={t("map.panel")}
    >
      {content}
    </aside>
  );
}

function Removal() {
  return useCanEdit() ? <RemoveCardsDialog /> : null;
}
