// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
/** Heads of the columns: levels or sectors with what they answer for, below them each actor with what it carries. */
import { IconAlertTriangle } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { percent } from "../../workspace/moneyWords.ts";
import type { Spot } from "./dutiesStore.ts";
import { groupLoad, groupName, titleOf } from "./dutyWords.ts";
import { spotId } from "./gridPlaces.ts";
import type { SeenColumn } from "./MatrixRowView.tsx";
import type { MatrixColumn } from "./matrixTable.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

interface ColumnHeadsProps {
  readonly model: DutiesModel;
  /** Columns near the screen. */
  readonly seen: readonly SeenColumn[];
  /** The current place, where it is a head. */
  readonly active: Spot | null;
}

const at = (column: number) => ({ left: `calc(var(--first) + ${column} * var(--column))` });

export const ColumnHeads = memo(function ColumnHeads({ model, seen, active }: ColumnHeadsProps) {
  const { t } = useTranslation();
  const { table, words, address, changes } = model;
  let start = 0;
  const groups = table.groups.map((group) => {
    const from = start;
    start += group.columns.length;
    return { group, from };
  });
  return (
    <div role="rowgroup" className={styles.heads}>
      <div role="row" aria-rowindex={1} className={styles.groupRow}>
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          {t(`responsibilities.groupedBy.${address.by}`)}
        </div>
        {groups.map(({ group, from }) => (
          <div
            key={group.name ?? ""}
            role="columnheader"
            aria-colindex={from + 2}
            aria-colspan={group.columns.length}
            className={styles.group}
            style={{ ...at(from), width: `calc(${group.columns.length} * var(--column))` }}
          >
            <span className={styles.groupWords}>
              <b>{groupName(words, address.by, group.name)}</b>{" "}
              <span className={view.soft}>{groupLoad(words, group)}</span>
            </span>
          </div>
        ))}
      </div>
      <div role="row" aria-rowindex={2} className={styles.actorRow}>
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          {t("responsibilities.cardHead")}
        </div>
        {seen.map(({ at: index, title, isSelected }) => {
          const column = table.columns[index];
          if (!column) return null;
          const spot = { card: null, actor: column.actor };
          const load = loadWords(model, column);
          return (
            <div
              key={column.actor}
              id={spotId(spot)}
              role="columnheader"
              aria-colindex={index + 2}
              aria-selected={isSelected}
              className={styles.actor}
              data-active={active?.actor === column.actor || undefined}
              data-selected={isSelected || undefined}
              style={at(index)}
              title={fullWords(model, column)}
              onClick={() => {
                changes.go(spot);
                changes.show(column.actor);
              }}
            >
              <span className={styles.actorTitle}>{title}</span>
              <span className={styles.actorLoad} data-warning={column.isOverloaded || undefined}>
                {column.isOverloaded && <IconAlertTriangle size={12} stroke={2} aria-hidden="true" />}
                {load}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
});

function loadWords({ words: { t } }: DutiesModel, column: MatrixColumn): string {
  if (column.hasNoRole) return t("responsibilities.column.norole");
  if (column.load === 0) return "";
  if (column.isOverloaded) return t("responsibilities.column.overloaded", { count: column.load });
  return t(column.isIdle ? "responsibilities.column.idle" : "responsibilities.column.load", {
    count: column.load,
  });
}

/** For who rests on the head: the whole name, and the share. */
function fullWords({ words }: DutiesModel, column: MatrixColumn): string {
  const actor = titleOf(words, column.actor);
  if (column.load === 0) return actor;
  const key = column.isIdle ? "idle" : "load";
  return words.t(`responsibilities.columnFull.${key}`, {
    actor,
    count: column.load,
    share: percent(column.share),
  });
}
