/** The roadmap where there is no room for an axis: each mission with its phases, then its lanes with their work. */
import { Button } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { CardButton } from "../../workspace/CardButton.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { DependencyState } from "./ActiveStrip.tsx";
import { FirstPhase } from "./ChartLegend.tsx";
import { isLate } from "./DependencyLines.tsx";
import { MarkSign } from "./MarkSign.tsx";
import { markText } from "./markText.ts";
import styles from "./Roadmap.module.css";
import type { RoadmapRow } from "./roadmapRows.ts";
import { barDates, datesText, leadText, phaseName, statusText } from "./roadmapWords.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

const GUESSED_HEIGHT = 72;

export function PhoneTimeline({ model }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const { rows } = model.rows;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_HEIGHT,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: 4,
    paddingEnd: 72,
  });
  return (
    <div className={styles.phoneScroller} ref={scroller}>
      <FirstPhase model={model} />
      <ul
        className={styles.phoneRows}
        aria-label={t("roadmap.chart")}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={index}
              data-kind={row.kind}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              className={styles.phoneRow}
              style={{ top: start }}
            >
              <PhoneRow row={row} model={model} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function PhoneRow({ row, model }: { readonly row: RoadmapRow; readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  switch (row.kind) {
    case "mission":
      return <PhoneMission row={row} />;
    case "lane":
      return (
        <>
          {row.challenge === null ? <b>{t("roadmap.lane.direct")}</b> : <CardButton card={row.challenge} />}
          {row.bars === 0 && <p className={styles.soft}>{t("roadmap.lane.empty")}</p>}
          <PhoneMarks marks={row.marks} />
        </>
      );
    case "bar":
      return (
        <>
          <CardButton card={row.bar.card} />
          <p className={styles.soft}>{[statusText(row.bar.status, t), barDates(row.bar, t)].join(" · ")}</p>
          <PhoneLate card={row.bar.card} model={model} />
        </>
      );
    case "fault":
      return (
        <>
          <p className={styles.phoneWarning}>
            {t("roadmap.fault.row", {
              phase: phaseName(row.band, t),
              dates: datesText(row.band, t),
            })}
          </p>
          {model.canEdit && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => model.actions.openAt(row.band.mission, "phases")}
            >
              {t("roadmap.phase.change")}
            </Button>
          )}
        </>
      );
  }
}

function PhoneMission({ row }: { readonly row: Extract<RoadmapRow, { kind: "mission" }> }) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className={styles.phoneMission}>
        {row.mission === null ? t("roadmap.lane.noMission") : <CardButton card={row.mission} />}
      </h2>
      <ol className={styles.phonePhases}>
        {row.phases.map(({ band }) => (
          <li key={band.phase} data-current={band.isCurrent || undefined}>
            <b>{phaseName(band, t)}</b>
            {band.isCurrent && <span className={styles.phoneNow}> {t("roadmap.phase.now")}</span>}
            <span className={styles.soft}>
              {datesText(band, t)} · {leadText(band.leadLevel, t)}
            </span>
            {band.focus && <span className={styles.soft}>{band.focus}</span>}
          </li>
        ))}
      </ol>
      <PhoneMarks marks={row.marks} />
    </>
  );
}

function PhoneMarks({ marks }: { readonly marks: Extract<RoadmapRow, { kind: "lane" }>["marks"] }) {
  const { t } = useTranslation();
  if (marks.length === 0) return null;
  return (
    <ul className={styles.phoneMarks}>
      {marks.map((mark) => (
        <li key={`${mark.card} ${mark.kind}`}>
          <MarkSign kind={mark.kind} state={mark.state} /> {markText(mark, t)}, {showDate(mark.date)}:{" "}
          <CardButton card={mark.card} />
        </li>
      ))}
    </ul>
  );
}

function PhoneLate({ card, model }: { readonly card: CardId; readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const late = (model.needs.get(card) ?? []).filter((link) => isLate(link) && !link.isMet);
  return late.map((link) => (
    <p key={link.link} className={styles.phoneWarning}>
      {t("roadmap.needs.needs")} <CardButton card={link.needs} />
      {": "}
      <DependencyState link={link} />
    </p>
  ));
}
