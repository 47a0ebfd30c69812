/** One row of the roadmap: its title, which stays in sight, and what lies on the axis. */
import { IconAlertTriangle, IconChevronRight } from "@tabler/icons-react";
import { type MouseEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { BarTrack } from "./BarTrack.tsx";
import { isLate } from "./DependencyLines.tsx";
import { HandoverMarks } from "./HandoverMarks.tsx";
import { MarkList } from "./MarkList.tsx";
import { PhaseTrack } from "./PhaseTrack.tsx";
import styles from "./Roadmap.module.css";
import { cardOfRow, type RoadmapRow, saysTheSame } from "./roadmapRows.ts";
import { barDates, datesText, phaseName, statusText } from "./roadmapWords.ts";
import type { ChartRowProps } from "./rowProps.ts";
import { openRow } from "./useChartKeys.ts";

export const rowId = (key: string): string => `roadmap-${key.replaceAll(" ", "_")}`;

/** Rows are made anew with the list; one that says the same in the same place is not drawn again. */
const sameRow = (one: ChartRowProps, other: ChartRowProps): boolean =>
  (Object.keys(other) as (keyof ChartRowProps)[]).every((name) =>
    name === "row" || name === "needs" || name === "handovers"
      ? saysTheSame(one[name], other[name])
      : one[name] === other[name],
  );

export const ChartRow = memo(function ChartRow(props: ChartRowProps) {
  const { row, actions, chart } = props;
  const { name, title } = useRowWords(props);
  const card = cardOfRow(row);
  const choose = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest("button")) return;
    chart.current?.focus({ preventScroll: true });
    actions.go(row.key);
    if (card !== null && row.kind !== "fault") actions.select(card);
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the current row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for all rows
    <div
      role="treeitem"
      id={rowId(row.key)}
      aria-level={row.depth + 1}
      aria-posinset={props.position}
      aria-setsize={props.size}
      aria-selected={props.isSelected}
      aria-label={name}
      {...(row.kind === "lane" ? { "aria-expanded": row.isOpen } : {})}
      className={styles.row}
      data-key={row.key}
      data-kind={row.kind}
      data-active={props.isActive || undefined}
      data-selected={props.isSelected || undefined}
      style={{ top: row.top, height: row.height }}
      onClick={choose}
      onDoubleClick={() => openRow(row, { actions })}
    >
      <div className={styles.title}>
        <Opener {...props} />
        <Glyph row={row} />
        <span className={styles.words} dir="auto" title={title}>
          {title}
        </span>{" "}
        <Aside {...props} />
      </div>
      {/* A picture: the strip below and the table say all of it in words, and its own are drawn by the style sheet. */}
      <div className={styles.track} style={{ width: props.scale.width }} aria-hidden="true">
        <Track {...props} />
      </div>
    </div>
  );
}, sameRow);

function useRowWords({ row, needs = [], handovers = [] }: ChartRowProps) {
  const { t } = useTranslation();
  const card = cardOfRow(row);
  const own = useMap((snapshot) => (card === null ? "" : titleOf(snapshot, card, t)));
  const title =
    row.kind === "fault"
      ? t("roadmap.fault.row", {
          phase: phaseName(row.band, t),
          dates: datesText(row.band, t),
        })
      : own || t(row.kind === "lane" ? "roadmap.lane.direct" : "roadmap.lane.noMission");
  const late = needs.filter((link) => isLate(link) && !link.isMet).length;
  // What is seen is said first and in the same words, so that it can be called by them.
  const said = [
    title,
    ...(row.kind === "lane"
      ? [row.bars === 0 ? t("roadmap.lane.empty") : t("roadmap.lane.bars", { count: row.bars })]
      : []),
    ...(row.kind === "bar"
      ? [barDates(row.bar, t), t(`cardType.${row.bar.type}`), statusText(row.bar.status, t)]
      : []),
    ...(row.kind === "bar" && row.bar.basis === "phase" ? [t("roadmap.dates.inPhase")] : []),
    ...(late > 0 ? [t("roadmap.late", { count: late })] : []),
    ...(handovers.length > 0 ? [t("roadmap.handedOver", { count: handovers.length })] : []),
  ];
  return { title, name: said.join(", ") };
}

function Opener({ row, actions }: ChartRowProps) {
  const { t } = useTranslation();
  if (row.kind !== "lane" || row.bars === 0) return <span className={styles.opener} />;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.opener}
      aria-label={t(row.isOpen ? "words.close" : "words.open")}
      data-open={row.isOpen || undefined}
      onClick={() => actions.fold(row.key, row.isOpen)}
    >
      <IconChevronRight size={14} stroke={2} aria-hidden="true" />
    </button>
  );
}

function Glyph({ row }: { readonly row: RoadmapRow }) {
  if (row.kind === "fault")
    return <IconAlertTriangle className={styles.alert} size={15} stroke={1.9} aria-hidden="true" />;
  const type = row.kind === "bar" ? row.bar.type : row.kind === "lane" ? "challenge" : "mission";
  return cardOfRow(row) === null ? null : <TypeGlyph type={type} />;
}

/** What the title alone does not say, in few words. */
function Aside({ row, needs = [] }: ChartRowProps) {
  const { t } = useTranslation();
  if (row.kind === "lane")
    return row.bars === 0 ? <span className={styles.aside}>{t("roadmap.lane.empty")}</span> : null;
  if (row.kind !== "bar") return null;
  const late = needs.some((link) => isLate(link) && !link.isMet);
  const isUndated = row.bar.basis !== "own";
  return (
    <>
      {isUndated && <span className={styles.aside}>{t("roadmap.dates.none")}</span>}
      {(late || row.bar.fault) && (
        <IconAlertTriangle className={styles.alert} size={14} stroke={1.9} aria-hidden="true" />
      )}
    </>
  );
}

function Track(props: ChartRowProps) {
  const { row, scale, handovers } = props;
  switch (row.kind) {
    case "mission":
      return (
        <>
          <PhaseTrack row={row} scale={scale} />
          <MarkList marks={row.marks} scale={scale} actions={props.actions} isLow={row.phases.length > 0} />
          <HandoverMarks handovers={handovers} scale={scale} />
        </>
      );
    case "lane":
      return (
        <>
          <MarkList marks={row.marks} scale={scale} actions={props.actions} isLow={false} />
          <HandoverMarks handovers={handovers} scale={scale} />
        </>
      );
    case "bar":
      return (
        <>
          <BarTrack {...props} bar={row.bar} />
          <HandoverMarks handovers={handovers} scale={scale} />
        </>
      );
    case "fault":
      return null;
  }
}
