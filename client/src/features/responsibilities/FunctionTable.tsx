/** Functions by level: who does each where, and whether that is where it is done best. The council may say otherwise. */
import { Button } from "@mantine/core";
import type { Advantage, FunctionCell, FunctionRow } from "@trellis/shared/derive/levels";
import { putRecord, removeRecord } from "@trellis/shared/ops/records";
import { ENUMS, type Level } from "@trellis/shared/schema/enums";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { announce } from "../../workspace/announce.ts";
import { CardMenu } from "../../workspace/CardMenu.tsx";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

interface FunctionTableProps {
  readonly model: DutiesModel;
  readonly table: Advantage;
}

export function FunctionTable({ model, table }: FunctionTableProps) {
  const { t } = useTranslation();
  const [isChanging, setChanging] = useState(false);
  return (
    <>
      {model.canEdit && (
        <Button
          size="compact-sm"
          variant={isChanging ? "filled" : "default"}
          aria-pressed={isChanging}
          className={styles.override ?? ""}
          onClick={() => setChanging(!isChanging)}
        >
          {t(isChanging ? "responsibilities.levels.changeDone" : "responsibilities.levels.change")}
        </Button>
      )}
      <WideTable caption={t("responsibilities.levels.functionsCaption")}>
        <thead>
          <tr>
            <th scope="col">{t("responsibilities.levels.function")}</th>
            <th scope="col">{t("responsibilities.levels.state")}</th>
            {ENUMS.level.map((level) => (
              <th key={level} scope="col">
                {t(`enum.level.${level}`)}
              </th>
            ))}
            <th scope="col">{t("responsibilities.levels.neededBy")}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <FunctionLine key={row.name} row={row} isChanging={isChanging} />
          ))}
        </tbody>
      </WideTable>
      <p className={view.legend}>{t("responsibilities.levels.legend")}</p>
    </>
  );
}

const SIGNS = { covered: "✓", stretch: "~", missing: "–" } as const;

function FunctionLine({ row, isChanging }: { readonly row: FunctionRow; readonly isChanging: boolean }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const name = t(`enum.function.${row.name}`);
  const usual = () => {
    if (edit(endOverride, row.name)) announce(t("responsibilities.levels.saidUsual", { name }));
  };
  const isNeededAndMissing = row.neededBy.length > 0 && row.state !== "covered";
  return (
    <tr data-function={row.name}>
      <th scope="row">
        {name}
        {row.isOverridden && (
          <span className={styles.overridden}>
            {t("responsibilities.levels.overridden")}
            {isChanging && (
              <button type="button" className={styles.clear} onClick={usual}>
                {t("responsibilities.levels.usual")}
              </button>
            )}
          </span>
        )}
      </th>
      <td>
        <span className={styles.state} data-state={row.state} data-warning={isNeededAndMissing || undefined}>
          <span aria-hidden="true">{SIGNS[row.state]}</span> {t(`responsibilities.state.${row.state}`)}
        </span>
      </td>
      {row.cells.map((cell) => (
        <LevelCell key={cell.level} row={row} cell={cell} isChanging={isChanging} />
      ))}
      <td>
        {row.neededBy.length === 0 ? (
          <span className={view.soft}>{t("responsibilities.levels.notAsked")}</span>
        ) : (
          <CardMenu
            cards={row.neededBy}
            label={t("responsibilities.levels.projects", { count: row.neededBy.length })}
          />
        )}
      </td>
    </tr>
  );
}

interface LevelCellProps {
  readonly row: FunctionRow;
  readonly cell: FunctionCell;
  readonly isChanging: boolean;
}

function LevelCell({ row, cell, isChanging }: LevelCellProps) {
  const { t } = useTranslation();
  const edit = useEdit();
  const level = t(`enum.level.${cell.level}`);
  const name = t(`enum.function.${row.name}`);
  const toggle = () => {
    const has = row.advantaged.includes(cell.level);
    const levels = ENUMS.level.filter((one) => (one === cell.level ? !has : row.advantaged.includes(one)));
    if (edit(putOverride, { name: row.name, levels }))
      announce(
        t(has ? "responsibilities.levels.saidNot" : "responsibilities.levels.saidGood", { name, level }),
      );
  };
  const state =
    cell.count === 0 ? (cell.isAdvantaged ? "open" : "none") : cell.isAdvantaged ? "covered" : "stretch";
  return (
    <td className={styles.levelCell} data-state={state}>
      {isChanging ? (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={cell.isAdvantaged}
            aria-label={t("responsibilities.levels.isGood", { name, level })}
            onChange={toggle}
          />
          {cell.count > 0 && cell.count}
        </label>
      ) : cell.count > 0 ? (
        <CardMenu
          cards={cell.cards}
          label={`${SIGNS[cell.isAdvantaged ? "covered" : "stretch"]} ${cell.count}`}
          name={t(`responsibilities.levels.cell.${state}`, { count: cell.count, name, level })}
        />
      ) : (
        <span className={view.soft}>{cell.isAdvantaged ? t("responsibilities.levels.nobody") : ""}</span>
      )}
    </td>
  );
}

function putOverride(
  draft: Parameters<typeof putRecord>[0],
  { name, levels }: { readonly name: string; readonly levels: readonly Level[] },
): true {
  putRecord(draft, { card: "map", list: "advantage", record: { id: name, levels } });
  return true;
}

function endOverride(draft: Parameters<typeof removeRecord>[0], name: string): true {
  removeRecord(draft, { card: "map", list: "advantage", id: name });
  return true;
}
