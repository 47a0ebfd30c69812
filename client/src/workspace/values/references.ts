/** What the values of fields may name besides themselves: sources, phases, cards, and the map's own currency. */
import { missionTree } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId, RecordId } from "@trellis/shared/schema/ids";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useLiveMap, useMap } from "../../document/useMap.ts";
import type { NamedSource } from "./codecs.ts";

export interface References {
  readonly sources: readonly NamedSource[];
  /** The map's own currency, for a sum that names none yet. */
  readonly currency: string | null;
  readonly phases: readonly { readonly id: RecordId; readonly label: string }[];
  /** As it is now: what shows titles of other cards does not follow them. */
  readonly cardTitle: (id: CardId) => string;
}

const NO_SOURCES: readonly never[] = [];

const missionsIn = ({ cards }: MapSnapshot) =>
  missionTree(cards).missions.flatMap((id) => {
    const card = cards.get(id);
    return card?.type === "mission" && card.phases?.length ? [card] : [];
  });

/** The same object as long as none of it has changed. */
export function useReferences(): References {
  const { t } = useTranslation();
  const store = useLiveMap();
  const sources = useMap((snapshot) => snapshot.settings.sources ?? NO_SOURCES);
  const currency = useMap((snapshot) => snapshot.settings.currency ?? null);
  const missions = useMap(missionsIn, sameList);
  return useMemo(
    () => ({
      currency,
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
    [currency, sources, missions, store, t],
  );
}
