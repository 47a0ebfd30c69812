/** One map: opens it and composes what is around the canvas. */
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { MapProvider } from "../document/MapProvider.tsx";
import { useMap } from "../document/useMap.ts";
import { usePhase } from "../document/useSaveState.ts";
import { PresenceProvider } from "../presence/PresenceProvider.tsx";
import { Loading } from "../ui/Loading.tsx";
import { lookStore } from "../workspace/lookStore.ts";
import { workspaceStore } from "../workspace/workspaceStore.ts";
import { MapEnded } from "./MapEnded.tsx";
import { MapFrame } from "./MapFrame.tsx";
import { Problem } from "./Problem.tsx";
import { viewNamed } from "./views.ts";

export function MapPage() {
  const { mapId } = useParams<"mapId">();
  // On leaving, not on coming: by then the address has said what is to be shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another map begins with nothing of this one's
  useEffect(
    () => () => {
      workspaceStore.getState().reset();
      lookStore.getState().reset();
    },
    [mapId],
  );
  if (!mapId) return <Problem name="noPage" />;
  return (
    <MapProvider key={mapId} mapId={mapId}>
      <PresenceProvider>
        <OpenedMap mapId={mapId} />
      </PresenceProvider>
    </MapProvider>
  );
}

function OpenedMap({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  const view = viewNamed(useParams<"view">().view);
  const phase = usePhase();
  const title = useMap((snapshot) => snapshot.settings.title);
  useEffect(() => {
    document.title = title === "" ? t("app.name") : t("map.pageTitle", { title });
  }, [title, t]);
  if (phase.kind === "ended") return <MapEnded code={phase.code} />;
  if (phase.kind === "opening") return <Loading />;
  return <MapFrame mapId={mapId} view={view} />;
}
