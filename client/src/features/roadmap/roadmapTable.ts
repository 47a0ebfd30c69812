/** The roadmap as a table, for reading beside the chart and for spreadsheets: one line for each thing in time. Pure. */
import type { Dependency } from "@trellis/shared/derive/dependencies";
import type { Handover } from "@trellis/shared/derive/handovers";
import type { PhaseBand } from "@trellis/shared/derive/phaseBands";
import type { Mark, Timeline } from "@trellis/shared/derive/timeline";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import type { TableRows } from "../../workspace/exportTable.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import { markText } from "./markText.ts";
import type { RoadmapRow } from "./roadmapRows.ts";
import {
  answeringText,
  datesText,
  leadText,
  levelName,
  phaseName,
  phaseNameIn,
  statusText,
} from "./roadmapWords.ts";

export interface TableLine {
  readonly key: string;
  readonly kind: "phase" | "work" | "mark";
  /** The card to open; a phase opens its mission. */
  readonly card: CardId;
  readonly what: string;
  readonly title: string;
  readonly mission: string;
  readonly challenge: string;
  /** As stored, so that a spreadsheet can read them. */
  readonly start: string;
  readonly end: string;
  readonly phase: string;
  /** The level that leads a phase, the status of work. */
  readonly state: string;
  /** What it needs, what is wrong, what changes hands. */
  readonly notes: string;
}

export interface TableParts {
  readonly timeline: Timeline;
  readonly rows: readonly RoadmapRow[];
  readonly needs: ReadonlyMap<CardId, readonly Dependency[]>;
  readonly handovers: ReadonlyMap<CardId, readonly Handover[]>;
}

export function tableLines(parts: TableParts, snapshot: MapSnapshot, t: TFunction): readonly TableLine[] {
  const lines: TableLine[] = [];
  let phases: readonly PhaseBand[] = [];
  let place = { mission: "", challenge: "" };
  const title = (card: CardId | null) => (card === null ? "" : titleOf(snapshot, card, t));
  const handed = (card: CardId) =>
    (parts.handovers.get(card) ?? []).map(({ from, to, after }) =>
      t("roadmap.handover.inPhase", {
        phase: phaseNameIn(phases, after, t),
        from: answeringText(from, snapshot, t),
        to: answeringText(to, snapshot, t),
      }),
    );
  const mark = (one: Mark) => lines.push({ ...markLine(one, t), title: title(one.card), ...place });
  for (const row of parts.rows) {
    if (row.kind === "mission") {
      phases = parts.timeline.missions.find(({ mission }) => mission === row.mission)?.phases ?? [];
      place = { mission: title(row.mission), challenge: "" };
      for (const band of phases)
        lines.push(phaseLine(band, phases, place.mission, handedIn(parts, band, snapshot, t), t));
      row.marks.forEach(mark);
    } else if (row.kind === "lane") {
      place = { ...place, challenge: title(row.challenge) };
      row.marks.forEach(mark);
    } else if (row.kind === "bar") {
      const { bar } = row;
      const needs = (parts.needs.get(bar.card) ?? []).map((link) => needText(link, snapshot, t));
      const wrong = bar.fault ? [datesText(bar, t)] : bar.basis === "own" ? [] : [t("roadmap.dates.none")];
      lines.push({
        key: bar.card,
        kind: "work",
        card: bar.card,
        what: t(`cardType.${bar.type}`),
        title: title(bar.card),
        ...place,
        start: bar.start ?? "",
        end: bar.end ?? "",
        phase: bar.phase === null ? "" : phaseNameIn(phases, bar.phase, t),
        state: statusText(bar.status, t),
        notes: [...wrong, ...needs, ...handed(bar.card)].join("; "),
      });
    }
  }
  return lines;
}

function needText(link: Dependency, snapshot: MapSnapshot, t: TFunction): string {
  const state = t(`roadmap.needs.state.${link.state}`);
  return t("roadmap.needs.line", {
    title: titleOf(snapshot, link.needs, t),
    state: link.isMet && link.state !== "in_order" ? t("roadmap.needs.met", { state }) : state,
  });
}

/** What changes hands when a phase begins, each card by its title. */
const handedIn = (
  { handovers }: TableParts,
  band: PhaseBand,
  snapshot: MapSnapshot,
  t: TFunction,
): string[] =>
  [...handovers.values()].flatMap((list) =>
    list
      .filter(({ mission, after }) => mission === band.mission && after === band.phase)
      .map(({ card, from, to }) =>
        t("roadmap.handover.ofCard", {
          card: titleOf(snapshot, card, t),
          from: answeringText(from, snapshot, t),
          to: answeringText(to, snapshot, t),
        }),
      ),
  );

function phaseLine(
  band: PhaseBand,
  phases: readonly PhaseBand[],
  mission: string,
  handed: readonly string[],
  t: TFunction,
): TableLine {
  const overlaps = band.overlaps.map((id) => phaseNameIn(phases, id, t)).join(", ");
  const notes = [
    ...(band.isCurrent ? [t("roadmap.phase.now")] : []),
    ...(band.fault ? [datesText(band, t)] : []),
    ...(overlaps === "" ? [] : [t("roadmap.phase.overlaps", { names: overlaps })]),
    ...(band.focus === null ? [] : [band.focus]),
    ...handed,
  ];
  return {
    key: `phase ${band.mission} ${band.phase}`,
    kind: "phase",
    card: band.mission,
    what: t("roadmap.phase.one"),
    title: phaseName(band, t),
    mission,
    challenge: "",
    start: band.start ?? "",
    end: band.end ?? "",
    phase: "",
    state: band.leadLevel === null ? leadText(null, t) : levelName(band.leadLevel, t),
    notes: notes.join("; "),
  };
}

const markLine = (mark: Mark, t: TFunction) => ({
  key: `mark ${mark.card} ${mark.kind}`,
  kind: "mark" as const,
  card: mark.card,
  what: markText(mark, t),
  start: mark.date,
  end: "",
  phase: "",
  state: "",
  notes: "",
});

/** The lines as a file, with heads. */
export function tableRows(lines: readonly TableLine[], t: TFunction): TableRows {
  const head = ["what", "title", "mission", "challenge", "start", "end", "phase", "state", "notes"] as const;
  return [
    head.map((name) => t(`roadmap.table.${name}`)),
    ...lines.map((line) => head.map((name) => line[name])),
  ];
}
