/** The current row in words: its dates, what it needs and what needs it, and the ways to move it without a keyboard. */
import { Button } from "@mantine/core";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import type { Dependency } from "@trellis/shared/derive/dependencies";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { CardButton } from "../../workspace/CardButton.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { markText } from "./markText.ts";
import styles from "./Roadmap.module.css";
import { type BarRow, cardOfRow, type RoadmapRow } from "./roadmapRows.ts";
import { useRoadmap } from "./roadmapStore.ts";
import {
  answeringText,
  barDates,
  datesText,
  leadText,
  phaseName,
  phaseNameIn,
  statusText,
} from "./roadmapWords.ts";
import { shiftUnit } from "./shiftDates.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

export function ActiveStrip({ model }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const active = useRoadmap((state) => state.active);
  const row = model.rows.rows.find(({ key }) => key === active);
  return (
    <section className={styles.strip} aria-label={t("roadmap.strip.label")} data-strip>
      {row ? (
        <RowWords row={row} model={model} />
      ) : (
        <p className={styles.stripHint}>{t("roadmap.strip.hint")}</p>
      )}
    </section>
  );
}

function RowWords({ row, model }: { readonly row: RoadmapRow; readonly model: RoadmapModel }) {
  const card = cardOfRow(row);
  const handovers = (card && row.kind !== "fault" && model.handovers.get(card)) || [];
  return (
    <>
      <div className={styles.stripHead}>
        {card && <CardButton card={card} />}
        {row.kind === "bar" && <BarWords row={row} model={model} />}
        {row.kind === "fault" && <FaultWords row={row} model={model} />}
      </div>
      {row.kind === "bar" && <Needs card={row.bar.card} model={model} />}
      {(row.kind === "lane" || row.kind === "mission") && <Marks row={row} />}
      {row.kind === "mission" && <Phases row={row} />}
      {handovers.map((handover) => (
        <HandoverWords key={handover.after} handover={handover} />
      ))}
    </>
  );
}

function BarWords({ row: { bar }, model }: { readonly row: BarRow; readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const { canEdit, actions } = model;
  const unit = shiftUnit(bar, "both");
  const move = (steps: number) => actions.shift(bar, "both", steps);
  return (
    <>
      <span className={styles.soft}>
        {[
          statusText(bar.status, t),
          barDates(bar, t),
          ...(bar.basis === "phase" ? [t("roadmap.dates.inPhase")] : []),
        ].join(" · ")}
      </span>
      {canEdit && unit !== null && (
        <span className={styles.stripButtons}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowLeft size={13} />}
            onClick={() => move(-1)}
          >
            {t(`roadmap.move.earlier.${unit}`)}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            rightSection={<IconArrowRight size={13} />}
            onClick={() => move(1)}
          >
            {t(`roadmap.move.later.${unit}`)}
          </Button>
        </span>
      )}
      {canEdit && (
        <Button size="compact-xs" variant="subtle" onClick={() => actions.openAt(bar.card, "start")}>
          {t(unit === null ? "roadmap.move.enter" : "roadmap.move.change")}
        </Button>
      )}
    </>
  );
}

function FaultWords({
  row,
  model,
}: {
  readonly row: Extract<RoadmapRow, { kind: "fault" }>;
  readonly model: RoadmapModel;
}) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.soft}>
        {t("roadmap.fault.sentence", {
          phase: phaseName(row.band, t),
          dates: datesText(row.band, t),
        })}
      </span>
      {model.canEdit && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => model.actions.openAt(row.band.mission, "phases")}
        >
          {t("roadmap.phase.change")}
        </Button>
      )}
    </>
  );
}

function Needs({ card, model }: { readonly card: CardId; readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const [needs, neededBy] = [model.needs.get(card) ?? [], model.neededBy.get(card) ?? []];
  const line = (link: Dependency, other: CardId, heading: string) => (
    <li key={`${heading} ${link.link}`} data-dependency={link.state} data-met={link.isMet || undefined}>
      {heading} <CardButton card={other} />
      {": "}
      <DependencyState link={link} />
    </li>
  );
  if (needs.length + neededBy.length === 0) return null;
  return (
    <ul className={styles.stripList}>
      {needs.map((link) => line(link, link.needs, t("roadmap.needs.needs")))}
      {neededBy.map((link) => line(link, link.card, t("roadmap.needs.neededBy")))}
    </ul>
  );
}

export function DependencyState({ link }: { readonly link: Dependency }) {
  const { t } = useTranslation();
  const text = t(`roadmap.needs.state.${link.state}`);
  return link.isMet && link.state !== "in_order" ? t("roadmap.needs.met", { state: text }) : text;
}

function Marks({ row }: { readonly row: Extract<RoadmapRow, { kind: "lane" | "mission" }> }) {
  const { t } = useTranslation();
  if (row.marks.length === 0) return null;
  return (
    <ul className={styles.stripList}>
      {row.marks.map((mark) => (
        <li key={`${mark.card} ${mark.kind}`}>
          {markText(mark, t)}, {showDate(mark.date)}: <CardButton card={mark.card} />
        </li>
      ))}
    </ul>
  );
}

function Phases({ row }: { readonly row: Extract<RoadmapRow, { kind: "mission" }> }) {
  const { t } = useTranslation();
  const all = row.phases.map(({ band }) => band);
  return (
    <ul className={styles.stripList}>
      {all.map((band) => (
        <li key={band.phase}>
          {t("roadmap.phase.line", {
            name: phaseName(band, t),
            dates: datesText(band, t),
            lead: leadText(band.leadLevel, t),
          })}
          {band.overlaps.length > 0 &&
            ` ${t("roadmap.phase.overlaps", { names: band.overlaps.map((id) => phaseNameIn(all, id, t)).join(", ") })}`}
        </li>
      ))}
    </ul>
  );
}

function HandoverWords({
  handover,
}: {
  readonly handover: NonNullable<ReturnType<RoadmapModel["handovers"]["get"]>>[number];
}) {
  const { t } = useTranslation();
  const text = useMap((snapshot) =>
    t("roadmap.handover.sentence", {
      from: answeringText(handover.from, snapshot, t),
      to: answeringText(handover.to, snapshot, t),
    }),
  );
  return <p className={styles.stripLine}>{text}</p>;
}
