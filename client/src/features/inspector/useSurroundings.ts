/** What the controls of a form need of the map besides their own value. */
import { missionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useLiveMap, useMap } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import type { FormSurroundings } from "./formContext.ts";

const NO_SOURCES: readonly never[] = [];

const missionsIn = ({ cards }: MapSnapshot) =>
  missionTree(cards).missions.flatMap((id) => {
    const card = cards.get(id);
    return card?.type === "mission" && card.phases?.length ? [card] : [];
  });

export function useSurroundings(ownerKey: string, ownerType: string | null): FormSurroundings {
  const { t } = useTranslation();
  const readOnly = !useCanEdit();
  const store = useLiveMap();
  const sources = useMap((snapshot) => snapshot.settings.sources ?? NO_SOURCES);
  const currency = useMap((snapshot) => snapshot.settings.currency ?? null);
  const missions = useMap(missionsIn, sameList);
  return useMemo(
    () => ({
      ownerKey,
      ownerType,
      currency,
      readOnly,
      sources: sources.map(({ id, title, url }) => ({ id, title: title ?? "", url: url ?? null })),
      phases: missions.flatMap((mission) =>
        (mission.phases ?? []).map((phase) => ({
          id: phase.id,
          label: [phase.name ?? phase.id, ...(missions.length > 1 ? [mission.title] : [])].join(" · "),
        })),
      ),
      cardTitle: (id: CardId) => {
        const card = store.getSnapshot().cards.get(id);
        return card ? card.title || t("inspector.untitled") : t("inspector.goneCard");
      },
    }),
    [ownerKey, ownerType, currency, readOnly, sources, missions, store, t],
  );
}
