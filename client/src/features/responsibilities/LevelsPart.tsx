/** What each level of government does, may do, and lacks. */
import { advantage } from "@trellis/shared/derive/levels";
import { powerGaps, powers } from "@trellis/shared/derive/powers";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { CsvButton } from "../../workspace/CsvButton.tsx";
import { type TableRows, useExportTable } from "../../workspace/exportTable.ts";
import { EmptyPart } from "./EmptyPart.tsx";
import { FunctionTable } from "./FunctionTable.tsx";
import { functionRows, gapRows, powerRows } from "./levelTables.ts";
import { PowerGapTable, PowerTable } from "./PowerTables.tsx";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

export function LevelsPart({ model }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  const { ask, words } = model;
  const table = ask(advantage);
  const held = ask(powers);
  const gaps = ask(powerGaps);
  if (![...model.snapshot.cards.values()].some(({ type }) => type === "actor"))
    return <EmptyPart canEdit={model.canEdit} add="actor" />;
  return (
    <div className={styles.levels}>
      <LevelSection name="functions" rows={() => functionRows(words, table)}>
        <p className={view.lead}>
          {table.fit === null
            ? t("responsibilities.levels.fitNotKnown")
            : t("responsibilities.levels.fit", { count: table.needed, covered: table.covered })}
        </p>
        <FunctionTable model={model} table={table} />
      </LevelSection>
      <LevelSection name="gaps" rows={() => gapRows(words, gaps)}>
        <PowerGapTable model={model} gaps={gaps} />
      </LevelSection>
      <LevelSection name="powers" rows={() => powerRows(words, held)}>
        <PowerTable model={model} powers={held} />
      </LevelSection>
    </div>
  );
}

interface LevelSectionProps {
  readonly name: "functions" | "gaps" | "powers";
  readonly rows: () => TableRows;
  readonly children: ReactNode;
}

function LevelSection({ name, rows, children }: LevelSectionProps) {
  const { t } = useTranslation();
  const exportTable = useExportTable();
  const title = t(`responsibilities.levels.${name}Title`);
  return (
    <section className={view.section} aria-label={title}>
      <div className={view.sectionHead}>
        <h2 className={view.sectionTitle}>{title}</h2>
        <CsvButton beside table={title} onSave={() => exportTable(title, rows)} />
      </div>
      {children}
    </section>
  );
}
