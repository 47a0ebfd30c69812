/** The roadmap in words of the catalogue: dates, phases, who leads, what is late. Pure. */
import type { Answering } from "@trellis/shared/derive/handovers";
import type { PhaseBand, Span } from "@trellis/shared/derive/phaseBands";
import type { Bar } from "@trellis/shared/derive/timeline";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { Level } from "@trellis/shared/schema/enums";
import type { TFunction } from "i18next";
import { statusWord, titlesOf } from "../../workspace/lookWords.ts";
import { showDate } from "../../workspace/showDate.ts";

type Written = Pick<Span, "start" | "end" | "fault">;

/** "2021 to Sep 2025", "from 2021, end not known", "no dates". */
export function datesText({ start, end, fault }: Written, t: TFunction): string {
  const [from, to] = [start && showDate(start), end && showDate(end)];
  if (fault) return t("roadmap.dates.backwards", { from, to });
  if (from && to) return start === end ? from : t("roadmap.dates.span", { from, to });
  if (from) return t("roadmap.dates.from", { from });
  return to ? t("roadmap.dates.until", { to }) : t("roadmap.dates.none");
}

/** An instrument has a start and never an end, so that is not said to be unknown. */
export function barDates(bar: Pick<Bar, "type" | keyof Written>, t: TFunction): string {
  if (bar.type === "instrument" && bar.start) return t("roadmap.dates.since", { from: showDate(bar.start) });
  return datesText(bar, t);
}

type Named = Pick<PhaseBand, "phase" | "number" | "name">;

export const phaseName = ({ name, number }: Omit<Named, "phase">, t: TFunction): string =>
  name ?? t("words.phase", { number });

/** The name of the phase with an id, out of those of its mission. */
export function phaseNameIn(phases: readonly Named[], id: string, t: TFunction): string {
  const found = phases.find(({ phase }) => phase === id);
  return found ? phaseName(found, t) : t("roadmap.notKnown");
}

export const levelName = (level: Level | null, t: TFunction): string =>
  level === null ? t("roadmap.levelNotKnown") : t(`enum.level.${level}`);

export const leadText = (level: Level | null, t: TFunction): string =>
  level === null
    ? t("roadmap.phase.leadNotKnown")
    : t("roadmap.phase.lead", { level: t(`enum.level.${level}`) });

export const statusText = (status: string | null, t: TFunction): string =>
  status === null ? t("roadmap.statusNotKnown") : statusWord(status, t);

/** "National (Ministry of Land)". */
export function answeringText({ actors, levels }: Answering, snapshot: MapSnapshot, t: TFunction): string {
  const names = titlesOf(snapshot, actors, t);
  const level =
    levels === null
      ? t("roadmap.levelNotKnown")
      : levels.map((one) => levelName(one, t)).join(t("roadmap.and"));
  return t("roadmap.answering", { level, names });
}

/** How a status is drawn: a pattern for each, so that colour is never needed. */
export type BarTone = "idea" | "waiting" | "active" | "done" | "halted" | "none";

const TONES: Readonly<Record<string, BarTone>> = {
  idea: "idea",
  proposed: "waiting",
  approved: "waiting",
  in_delivery: "active",
  in_force: "active",
  completed: "done",
  paused: "halted",
  stopped: "halted",
  repealed: "halted",
};

export const barTone = (status: string | null): BarTone => TONES[status ?? ""] ?? "none";
export const BAR_TONES: readonly BarTone[] = ["idea", "waiting", "active", "done", "halted", "none"];
