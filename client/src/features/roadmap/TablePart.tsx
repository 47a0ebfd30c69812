/** The same as the chart in words: phases, work and what is due, each with the way to its card. */
import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSnapshot } from "../../document/useMap.ts";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { showDate } from "../../workspace/showDate.ts";
import styles from "./Roadmap.module.css";
import { type TableLine, tableLines } from "./roadmapTable.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

/** Lines drawn before somebody asks for the rest. */
const MANY = 200;

const COLUMNS: Readonly<Record<TableLine["kind"], readonly (keyof TableLine)[]>> = {
  phase: ["mission", "start", "end", "state", "notes"],
  work: ["what", "challenge", "start", "end", "phase", "state", "notes"],
  mark: ["what", "start", "challenge"],
};
/** A mark has one day, a phase is led by a level. */
const HEADS: Partial<Record<TableLine["kind"], Partial<Record<keyof TableLine, string>>>> = {
  phase: { state: "lead" },
  mark: { start: "date" },
};

export function TablePart({ model }: { readonly model: RoadmapModel }) {
  const { t } = useTranslation();
  const snapshot = useSnapshot();
  const { timeline, rows, needs, handovers } = model;
  const lines = useMemo(
    () => tableLines({ timeline, rows: rows.rows, needs, handovers }, snapshot, t),
    [timeline, rows, needs, handovers, snapshot, t],
  );
  return (
    <div className={view.scroller}>
      <div className={`${view.column} ${styles.tables}`}>
        {(["phase", "work", "mark"] as const).map((kind) => (
          <Lines key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} model={model} />
        ))}
      </div>
    </div>
  );
}

interface LinesProps {
  readonly kind: TableLine["kind"];
  readonly lines: readonly TableLine[];
  readonly model: RoadmapModel;
}

function Lines({ kind, lines, model }: LinesProps) {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? lines : lines.slice(0, MANY);
  if (lines.length === 0) return null;
  return (
    <section className={view.section}>
      <WideTable caption={t(`roadmap.table.caption.${kind}`)}>
        <thead>
          <tr>
            <th scope="col">{t("roadmap.table.title")}</th>
            {COLUMNS[kind].map((name) => (
              <th key={name} scope="col">
                {t(`roadmap.table.${HEADS[kind]?.[name] ?? name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.key} data-line={line.key}>
              <th scope="row">
                {kind === "phase" ? (
                  <PhaseButton line={line} model={model} />
                ) : (
                  <CardButton card={line.card} />
                )}
              </th>
              {COLUMNS[kind].map((name) => (
                <td key={name}>
                  {name === "start" || name === "end" ? (line[name] ? showDate(line[name]) : "") : line[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {lines.length > shown.length && (
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setAll(true)}>
          {t("roadmap.table.all", { count: lines.length })}
        </Button>
      )}
    </section>
  );
}

function PhaseButton({ line, model }: { readonly line: TableLine; readonly model: RoadmapModel }) {
  return (
    <button
      type="button"
      className={view.card}
      dir="auto"
      onClick={() => model.actions.openAt(line.card, "phases")}
    >
      {line.title}
    </button>
  );
}
