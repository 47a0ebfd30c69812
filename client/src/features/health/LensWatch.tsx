/**
 * Keeps the marks of the lens that colours the map in step with map and look. Outside React and a moment after each
 * change, as the marks of the checks.
 */
import { answer } from "@trellis/shared/derive/ask";
import { lensTable } from "@trellis/shared/derive/lensTags";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { forgetLensMarks, type LensMark, lensMarkStore } from "../../workspace/lensMarkStore.ts";
import { type LensSign, lensSigns, signsWorn } from "../../workspace/lensMarks.ts";
import { lookStore } from "../../workspace/lookStore.ts";
import { lensWord, tagValueWord } from "../../workspace/lookWords.ts";
import { contextNow } from "../../workspace/useAnswer.ts";

/** Changes that come faster than this are looked at together (ms). */
const CALM_MS = 120;

function look(snapshot: MapSnapshot, t: TFunction): void {
  const { colour } = lookStore.getState();
  if (colour === null) {
    if (lensMarkStore.getState().lens !== "") forgetLensMarks();
    return;
  }
  const { groups, tags } = answer(lensTable, snapshot, contextNow(), colour);
  const lens = lensWord(snapshot.settings, colour, t);
  const name = (value: string | number) => tagValueWord(colour, String(value), t);
  const signs = lensSigns(
    groups.map(({ value }) => value),
    name,
  );
  const before = lensMarkStore.getState();
  const entries = groups.map(({ value, count }, index) => ({
    value,
    sign: signs[index] as LensSign,
    label: name(value),
    count,
  }));
  const byValue = new Map(entries.map((entry) => [entry.value, entry]));
  const known = new Map([...before.marks.values()].map((mark) => [mark.words, mark]));
  const made = new Map<string, LensMark>();
  const fresh = new Map<CardId, LensMark>();
  for (const [card, values] of tags) {
    const own = values.flatMap((value) => byValue.get(value) ?? []);
    if (own.length === 0) continue;
    const words = t("look.tagged", { lens, value: own.map(({ label }) => label).join(", ") });
    const mark =
      made.get(words) ??
      keptMark(known.get(words), {
        signs: signsWorn(own.map(({ sign }) => sign)),
        words,
      });
    made.set(words, mark);
    fresh.set(card, mark);
  }
  const marks = sameMarks(before.marks, fresh) ? before.marks : fresh;
  lensMarkStore.setState({ marks, lens, legend: entries.filter(({ count }) => count > 0) });
}

/** The mark of before where it says the same, so that no card is drawn anew. */
const keptMark = (before: LensMark | undefined, now: LensMark): LensMark =>
  before &&
  before.signs.length === now.signs.length &&
  before.signs.every(
    ({ sign, colour }, index) => sign === now.signs[index]?.sign && colour === now.signs[index]?.colour,
  )
    ? before
    : now;

const sameMarks = (one: ReadonlyMap<CardId, LensMark>, other: ReadonlyMap<CardId, LensMark>): boolean =>
  one.size === other.size && [...other].every(([card, mark]) => one.get(card) === mark);

export function LensWatch() {
  const live = useLiveMap();
  const { t } = useTranslation();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        look(live.getSnapshot(), t);
      }, CALM_MS);
    };
    look(live.getSnapshot(), t);
    const stops = [
      live.subscribe(lookSoon),
      lookStore.subscribe(({ colour }, before) => {
        if (colour !== before.colour) look(live.getSnapshot(), t);
      }),
    ];
    return () => {
      stops.forEach((stop) => void stop());
      clearTimeout(timer);
      forgetLensMarks();
    };
  }, [live, t]);
  return null;
}
