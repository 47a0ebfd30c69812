/** What each level of government does, may do, and lacks. */
import { advantage } from "@trellis/shared/derive/levels";
import { powerGaps, powers } from "@trellis/shared/derive/powers";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { TableSection } from "../../workspace/TableSection.tsx";
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
      <TableSection
        title={t("responsibilities.levels.functionsTitle")}
        rows={() => functionRows(words, table)}
      >
        <p className={view.lead}>
          {table.fit === null
            ? t("responsibilities.levels.fitNotKnown")
            : t("responsibilities.levels.fit", { count: table.needed, covered: table.covered })}
        </p>
        <FunctionTable model={model} table={table} />
      </TableSection>
      <TableSection title={t("responsibilities.levels.gapsTitle")} rows={() => gapRows(words, gaps)}>
        <PowerGapTable model={model} gaps={gaps} />
      </TableSection>
      <TableSection title={t("responsibilities.levels.powersTitle")} rows={() => powerRows(words, held)}>
        <PowerTable model={model} powers={held} />
      </TableSection>
    </div>
  );
}
