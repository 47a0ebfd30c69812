/**
 * Opens what the address names: `?card=<id>` or `?link=<id>` selects it, shows its type and opens the panel, so that
 * a card can be sent to a colleague. Acts once per map, as soon as it is there; later selections leave the address be.
 */
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { useMap } from "../document/useMap.ts";
import { asAside } from "./useLookAddress.ts";
import { workspaceStore } from "./workspaceStore.ts";

export function useAddressedCard(): void {
  const [search] = useSearchParams();
  const cardId = search.get("card") as CardId | null;
  const linkId = search.get("link") as LinkId | null;
  const type = useMap((snapshot) => (cardId ? snapshot.cards.get(cardId)?.type : undefined));
  const isLinkThere = useMap((snapshot) => linkId !== null && snapshot.links.has(linkId));
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || (!type && !isLinkThere)) return;
    opened.current = true;
    const { showType, selectCards, selectLink, openPanel } = workspaceStore.getState();
    if (cardId && type) {
      asAside(() => showType(type, true));
      selectCards([cardId]);
    } else if (linkId) selectLink(linkId);
    openPanel();
  }, [cardId, linkId, type, isLinkThere]);
}
