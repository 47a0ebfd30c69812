/** Where people are, in words: "on the canvas, at Retrofit task force". */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../document/useMap.ts";
import type { Peer } from "../presence/peerBook.ts";

type Place = Pick<Peer, "view" | "selection" | "editing">;

function titleAt(snapshot: MapSnapshot, { editing, selection }: Place): string | null {
  const id = editing ?? selection[0];
  if (id === undefined) return null;
  const link = snapshot.links.get(id as LinkId);
  return snapshot.cards.get((link?.from ?? id) as CardId)?.title ?? null;
}

/** One text a peer, in their order. */
export function useWhere(peers: readonly Place[]): readonly string[] {
  const { t } = useTranslation();
  const titles = useMap((snapshot) => peers.map((peer) => titleAt(snapshot, peer)), sameList);
  return peers.map(({ view, editing, selection }, index) => {
    const place = view ? t([`map.at.${view}`, "map.at.other"], { view: t(`map.view.${view}`) }) : "";
    const title = titles[index];
    if (title === null || title === undefined) return place;
    const at = editing ? "map.at.editing" : selection.length > 1 ? "map.at.cards" : "map.at.card";
    const words = t(at, { title: title || t("map.untitledCard"), count: selection.length });
    return [place, words].filter((part) => part !== "").join(", ");
  });
}
