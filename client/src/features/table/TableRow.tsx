// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: each cell is a row head or a cell of the grid
/** One card's row. Drawn anew only when its card, its place or what is done in it has changed. */
import { IconLayoutSidebarRight } from "@tabler/icons-react";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { memo } from "react";
import { CellEditor } from "./CellEditor.tsx";
import { CellWords } from "./CellWords.tsx";
import { shownText } from "./cellText.ts";
import { type Column, isNaming, isWritable, TITLE } from "./columns.ts";
import { spotId } from "./gridPlaces.ts";
import styles from "./Table.module.css";
import type { Writing } from "./tableStore.ts";
import type { RowMarks } from "./useMarks.ts";
import { BETWEEN, type RowContext } from "./useRowContext.ts";

interface TableRowProps {
  readonly context: RowContext;
  readonly id: CardId;
  /** Undefined for the blank row. */
  readonly card: Card | undefined;
  readonly index: number;
  readonly joinedText: string;
  /** Column of the current cell, if it is in this row. */
  readonly active: string | null;
  /** Columns of the block in this row; -1 for none. */
  readonly from: number;
  readonly to: number;
  readonly isTicked: boolean;
  readonly marks: RowMarks | undefined;
  readonly writing: Writing | null;
}

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { context, id, card, index, joinedText, isTicked } = props;
  const { columns, sizes, words, changes } = context;
  const { t } = words;
  const [title, ...others] = columns;
  const joined = joinedText.split(BETWEEN);
  const texts = new Map(columns.filter(isNaming).map((column, place) => [column.key, joined[place] ?? ""]));
  const name = nameOf(words, card);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      className={styles.row}
      data-row={id}
      data-blank={card === undefined || undefined}
      data-ticked={isTicked || undefined}
      style={{ top: sizes.head + index * sizes.row }}
    >
      <div role="presentation" className={styles.first}>
        <div role="gridcell" aria-colindex={1} className={styles.tick}>
          {card && (
            <input
              type="checkbox"
              tabIndex={-1}
              className={styles.box}
              aria-label={t("table.tick", { title: name })}
              checked={isTicked}
              onChange={() => changes.tick([id])}
            />
          )}
        </div>
        {title && <Cell {...props} column={title} place={0} joined="" />}
      </div>
      {others.map((column, place) => (
        <Cell
          key={column.key}
          {...props}
          column={column}
          place={place + 1}
          joined={texts.get(column.key) ?? ""}
        />
      ))}
    </div>
  );
});

const nameOf = ({ t }: RowContext["words"], card: Card | undefined): string =>
  card ? card.title || t("inspector.untitled") : t("table.newRow");

interface CellProps extends TableRowProps {
  readonly column: Column;
  readonly place: number;
  readonly joined: string;
}

function Cell({ context, id, card, active, from, to, marks, writing, column, place, joined }: CellProps) {
  const { words, sizes, canEdit } = context;
  const { key } = column;
  const mark = marks?.[key];
  const inBlock = place >= from && place <= to;
  const text = card ? shownText(words, () => joined, card, column) : "";
  const isWriting = writing?.column === key && isWritable(column);
  const at = sizes.places[place - 1];
  return (
    <div
      id={spotId({ row: id, column: key })}
      role={place === 0 ? "rowheader" : "gridcell"}
      aria-colindex={place + 2}
      aria-selected={inBlock}
      aria-invalid={mark ? true : undefined}
      aria-readonly={canEdit && !isWritable(column) ? true : undefined}
      className={place === 0 ? styles.title : styles.cell}
      data-column={key}
      data-active={active === key || undefined}
      data-block={(inBlock && from >= 0 && (to > from || active !== key)) || undefined}
      data-marked={mark ? true : undefined}
      data-end={column.atEnd || undefined}
      style={at}
    >
      {isWriting ? (
        <CellEditor context={context} column={column} writing={writing} />
      ) : (
        <>
          <CellWords words={words} column={column} text={text} mark={mark} isCard={card !== undefined} />
          {place === 0 && card && (
            <button
              type="button"
              tabIndex={-1}
              className={styles.open}
              aria-label={words.t("table.openCard", { title: nameOf(words, card) })}
              onClick={() => context.changes.open(id, TITLE)}
            >
              <IconLayoutSidebarRight size={15} stroke={1.8} />
            </button>
          )}
        </>
      )}
    </div>
  );
}
