/**
 * The one region that speaks to a screen reader: own acts at once, what others do and who comes and goes at most every
 * three seconds. It shows nothing.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChanges } from "../document/useChanges.ts";
import { useLiveMap } from "../document/useMap.ts";
import { usePhase, useSelf } from "../document/useSaveState.ts";
import { useOwnClientId, usePeers, usePersonOf, useSetPresence } from "../presence/PresenceProvider.tsx";
import { peopleOf } from "../presence/people.ts";
import { onAnnounced } from "../workspace/announce.ts";
import { useAnnouncesOthers } from "../workspace/announcePreference.ts";
import { comingsText, digestText } from "./changeWords.ts";
import { OthersChanges } from "./othersChanges.ts";
import { SPOKEN_MS, type SpokenLine, stillSpoken, withSentence } from "./spokenLines.ts";
import { SpokenOften } from "./spokenOften.ts";
import { useSayUndo } from "./useSayUndo.ts";

/** More than this is only counted when it is said. */
const MOST_CLAIMED = 50;

export function Announcer() {
  const [lines, say] = useSpokenLines();
  useEffect(() => onAnnounced(say), [say]);
  useSayOthers(say);
  useSayUndo();
  useClaimRemovals();
  return (
    <div aria-live="polite" className="unseen" data-announcer>
      {lines.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
}

function useSpokenLines(): readonly [readonly SpokenLine[], (text: string) => void] {
  const [lines, setLines] = useState<readonly SpokenLine[]>([]);
  const say = useCallback(
    (text: string) => setLines((before) => withSentence(before, text, performance.now())),
    [],
  );
  useEffect(() => {
    if (lines.length < 2) return;
    const timer = setTimeout(() => setLines((before) => stillSpoken(before, performance.now())), SPOKEN_MS);
    return () => clearTimeout(timer);
  }, [lines]);
  return [lines, say];
}

/** Tells the others what this tab removed, or emptied by undo: nothing is left there that would carry a name. */
function useClaimRemovals(): void {
  const setPresence = useSetPresence();
  useChanges(({ change, isRemote }) => {
    if (isRemote) return;
    const removed = [...change.cards, ...change.links].filter((id) => !change.writers.has(id));
    if (removed.length > 0) setPresence({ removed: removed.slice(0, MOST_CLAIMED) });
  });
}

function useSayOthers(say: (text: string) => void): void {
  const { t } = useTranslation();
  const isOn = useAnnouncesOthers();
  const isOnline = usePhase().kind === "open";
  const own = useOwnClientId();
  const personOf = usePersonOf();
  const map = useLiveMap();
  const peers = usePeers();
  const people = peopleOf(peers, useSelf()?.id);
  const [changes] = useState(() => new OthersChanges());
  const known = useRef<ReadonlyMap<string, string> | null>(null);
  const compose = () => {
    const here = new Map(people.map(({ personId, name }) => [personId, name]));
    // While the line is down nobody is seen, which is no leaving.
    const before = isOnline ? (known.current ?? here) : here;
    if (isOnline) known.current = here;
    const came = [...here].filter(([id]) => !before.has(id)).map(([, name]) => name);
    const left = [...before].filter(([id]) => !here.has(id)).map(([, name]) => name);
    const busy = new Set(peers.flatMap(({ editing }) => editing ?? []));
    const signed = changes.take(map.getSnapshot(), busy, {
      ofWriter: (client) => personOf(client)?.name ?? null,
      ofRemover: (id) => peers.find(({ removed }) => removed.includes(id))?.name ?? null,
    });
    return [comingsText(came, left, t), signed.length > 0 ? digestText(signed, t) : ""]
      .filter((part) => part !== "")
      .join(" ");
  };
  const latest = useRef(compose);
  latest.current = compose;
  const isHeard = useRef(isOn);
  isHeard.current = isOn;
  const [clock, setClock] = useState<SpokenOften | null>(null);
  useEffect(() => {
    const made = new SpokenOften(() => {
      const text = latest.current();
      if (text === "" || !isHeard.current) return false;
      say(text);
      return true;
    });
    setClock(made);
    return () => made.close();
  }, [say]);
  useChanges(({ before, change, isRemote }) => {
    changes.add(before, change, own, isRemote);
    if (!changes.isEmpty) clock?.ask();
  });
  // Who comes and goes is only known while the line is up; peers that leave a card release what waited for that.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever somebody comes, goes or moves on
  useEffect(() => {
    if (isOnline) clock?.ask();
  }, [peers, isOnline, clock]);
}
