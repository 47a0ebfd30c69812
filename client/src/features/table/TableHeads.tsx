// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
/** The row of heads: a press sorts by a column, a second one the other way, a third takes the sorting away. */
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { headName } from "./cellText.ts";
import type { Column } from "./columns.ts";
import { giveWidth } from "./columnWidths.ts";
import { type GridSizes, spotId } from "./gridPlaces.ts";
import { HeadGrip } from "./HeadGrip.tsx";
import { sortBy } from "./sorting.ts";
import styles from "./Table.module.css";
import { HEAD, type Spot } from "./tableStore.ts";
import type { TableModel } from "./useTableModel.ts";

interface TableHeadsProps {
  readonly model: TableModel;
  readonly sizes: GridSizes;
  readonly ticked: ReadonlySet<string>;
  readonly active: Spot | null;
}

export function TableHeads({ model, sizes, ticked, active }: TableHeadsProps) {
  const { t } = useTranslation();
  const { rows, columns, changes } = model;
  const count = rows.reduce((sum, { id }) => sum + Number(ticked.has(id)), 0);
  const isAll = rows.length > 0 && count === rows.length;
  const [title, ...others] = columns;
  const isActive = (column: Column) => active?.row === HEAD && active.column === column.key;
  return (
    <div role="rowgroup" className={styles.heads}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        <div role="presentation" className={styles.first}>
          <div role="columnheader" aria-colindex={1} className={styles.tick}>
            <input
              type="checkbox"
              tabIndex={-1}
              className={styles.box}
              aria-label={t("table.tickAll")}
              checked={isAll}
              disabled={rows.length === 0}
              ref={(box) => {
                if (box) box.indeterminate = count > 0 && !isAll;
              }}
              onChange={() => changes.tick(rows.map(({ id }) => id))}
            />
          </div>
          {title && (
            <Head
              model={model}
              column={title}
              index={0}
              isActive={isActive(title)}
              width={sizes.first - sizes.tick}
            />
          )}
        </div>
        {others.map((column, index) => (
          <Head
            key={column.key}
            model={model}
            column={column}
            index={index + 1}
            isActive={isActive(column)}
            place={sizes.places[index]}
            width={sizes.places[index]?.width ?? 0}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadProps {
  readonly model: TableModel;
  readonly column: Column;
  readonly index: number;
  readonly isActive: boolean;
  readonly place?: { readonly left: number; readonly width: number } | undefined;
  /** As it is drawn. */
  readonly width: number;
}

function Head({ model, column, index, isActive, place, width }: HeadProps) {
  const { t } = useTranslation();
  const { sort, changes, store, type } = model;
  const own = sort?.column === column.key ? sort : null;
  const Arrow = own?.down ? IconArrowDown : IconArrowUp;
  const name = headName(model.words, column);
  return (
    <div
      id={spotId({ row: HEAD, column: column.key })}
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={own ? (own.down ? "descending" : "ascending") : "none"}
      className={index === 0 ? styles.titleHead : styles.head}
      data-active={isActive || undefined}
      data-end={column.atEnd || undefined}
      style={place}
      title={t("table.sortBy", { column: name })}
      onClick={() => {
        changes.go({ row: HEAD, column: column.key });
        sortBy(model, column.key);
      }}
    >
      <span className={styles.headName}>{name}</span>
      {own && <Arrow size={13} stroke={2.2} aria-hidden="true" />}
      <HeadGrip width={width} give={(next) => giveWidth(store, type, column, next)} />
    </div>
  );
}
