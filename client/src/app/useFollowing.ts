/**
 * Follows somebody: the same view, the same part of the map, and in words what they have selected. Ends as soon as
 * this person moves, presses Escape, or the other one leaves. Called once, by the map's frame.
 */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useMap } from "../document/useMap.ts";
import { usePhase } from "../document/useSaveState.ts";
import { followStore, useFollowed } from "../presence/followStore.ts";
import { useOwnClientId, usePeerPointers, usePeers, useSetPresence } from "../presence/PresenceProvider.tsx";
import type { Peer } from "../presence/peerBook.ts";
import { followersOf, followsBack } from "../presence/people.ts";
import { SightSender } from "../presence/sightSender.ts";
import { notify } from "../ui/notify.ts";
import { announce } from "../workspace/announce.ts";
import { sightStore } from "../workspace/sightStore.ts";
import { MAP_VIEWS, viewPath } from "./views.ts";

/** A connection that breaks and comes back within this time is no leaving (ms). */
const GONE_AFTER_MS = 4_000;

export function useFollowing(mapId: string, viewId: string): void {
  const followed = useFollowed();
  const peers = usePeers();
  const peer = peers.find(({ clientId }) => clientId === followed?.clientId) ?? null;
  const followedId = followed?.clientId ?? null;
  const setPresence = useSetPresence();
  useEffect(() => setPresence({ view: viewId }), [viewId, setPresence]);
  useEffect(() => setPresence({ following: followedId }), [followedId, setPresence]);
  useSayEnd();
  useShowOwnSight(peers);
  useLeaving(followed !== null && peer === null);
  useNoCircle(peers);
  useSameView(mapId, viewId, peer?.view ?? null, followedId);
  useSameSight(followedId);
  useSaySelection(peer);
  useEndByEscape(followed !== null);
}

function useSayEnd(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const stop = followStore.subscribe(({ followed }, before) => {
      if (before.followed && !followed) announce(t("map.follow.ended", { name: before.followed.name }));
    });
    return () => {
      stop();
      followStore.getState().stop();
    };
  }, [t]);
}

function useShowOwnSight(peers: readonly Peer[]): void {
  const own = useOwnClientId();
  const setPresence = useSetPresence();
  const sender = useRef<SightSender | null>(null);
  const isFollowed = followersOf(peers, own).length > 0;
  useEffect(() => {
    const made = new SightSender((sight) => setPresence({ sight }));
    sender.current = made;
    made.see(sightStore.getState().own);
    const stop = sightStore.subscribe(({ own: sight }, before) => {
      if (sight !== before.own) made.see(sight);
    });
    return () => {
      stop();
      made.close();
    };
  }, [setPresence]);
  useEffect(() => sender.current?.follow(isFollowed), [isFollowed]);
}

/** Ends with a sentence when the followed person does not come back. */
function useLeaving(isGone: boolean): void {
  const { t } = useTranslation();
  const isOffline = usePhase().kind !== "open";
  useEffect(() => {
    if (!isGone) return;
    const timer = setTimeout(() => {
      const { followed, stop } = followStore.getState();
      if (!followed) return;
      stop();
      const text = t(isOffline ? "map.follow.offline" : "map.follow.left", { name: followed.name });
      notify({ text });
      announce(text);
    }, GONE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isGone, isOffline, t]);
}

/** Two who begin to follow each other at once: the tab with the higher id gives way. */
function useNoCircle(peers: readonly Peer[]): void {
  const { t } = useTranslation();
  const own = useOwnClientId();
  useEffect(() => {
    const { followed, stop } = followStore.getState();
    if (!followed || own < followed.clientId || !followsBack(peers, own, followed.clientId)) return;
    stop();
    notify({ text: t("map.follow.circle", { name: followed.name }) });
  }, [peers, own, t]);
}

function useSameView(mapId: string, viewId: string, theirs: string | null, followedId: number | null): void {
  const navigate = useNavigate();
  const { search } = useLocation();
  const now = useRef({ viewId, search });
  now.current = { viewId, search };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is newly followed may be in the same view as the last
  useEffect(() => {
    if (theirs === null || theirs === now.current.viewId) return;
    if (!MAP_VIEWS.some(({ id }) => id === theirs)) return;
    void navigate({ pathname: viewPath(mapId, theirs), search: now.current.search });
  }, [theirs, followedId, mapId, navigate]);
}

function useSameSight(followedId: number | null): void {
  const pointers = usePeerPointers();
  useEffect(() => {
    if (followedId === null) return;
    let shown: string | undefined;
    const follow = () => {
      const sight = pointers.get().get(followedId)?.sight;
      const key = sight?.join();
      if (!sight || key === shown) return;
      shown = key;
      sightStore.getState().show(sight);
    };
    follow();
    const stop = pointers.subscribe(follow);
    return () => {
      stop();
      sightStore.getState().show(null);
    };
  }, [pointers, followedId]);
}

/** What they select is said, and shown where a view has no sight of its own. */
function useSaySelection(peer: Peer | null): void {
  const { t } = useTranslation();
  const [first] = peer?.selection ?? [];
  const card = useMap((snapshot) => (first ? snapshot.cards.get(first as never) : undefined));
  const name = peer?.name ?? "";
  const said = useRef<string | null>(null);
  const isOnCanvas = peer?.view === "canvas";
  useEffect(() => {
    if (!card || card.id === said.current) return;
    said.current = card.id;
    announce(t("map.follow.at", { name, title: card.title || t("map.untitledCard") }));
    if (!isOnCanvas) sightStore.getState().reveal(card.id);
  }, [card, name, isOnCanvas, t]);
}

function useEndByEscape(isFollowing: boolean): void {
  useEffect(() => {
    if (!isFollowing) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof Element &&
        event.target.closest("[role=dialog], [role=menu], input, textarea");
      if (event.key !== "Escape" || isElsewhere) return;
      event.stopPropagation();
      followStore.getState().stop();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [isFollowing]);
}
