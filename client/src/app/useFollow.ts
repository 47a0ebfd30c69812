/** Begins to follow somebody, or says why not. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { followStore } from "../presence/followStore.ts";
import { useOwnClientId, usePeers } from "../presence/PresenceProvider.tsx";
import type { Peer } from "../presence/peerBook.ts";
import { followsBack } from "../presence/people.ts";
import { notify } from "../ui/notify.ts";
import { announce } from "../workspace/announce.ts";

export function useFollow(): (peer: Peer) => void {
  const { t } = useTranslation();
  const peers = usePeers();
  const own = useOwnClientId();
  return useCallback(
    (peer) => {
      if (followsBack(peers, own, peer.clientId)) {
        notify({ text: t("map.follow.circle", { name: peer.name }) });
        return;
      }
      followStore.getState().follow(peer);
      announce(t("map.follow.begun", { name: peer.name }));
    },
    [peers, own, t],
  );
}
