// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
/** One card's row: its title, then what it costs, what is there for it, and what is missing. */
import type { CardType } from "@trellis/shared/schema/enums";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import grid from "../../ui/Grid.module.css";
import { GridRowHead } from "../../workspace/GridRowHead.tsx";
import { cardCell } from "./cardCells.ts";
import { type CardLine, COLUMNS } from "./cardLines.ts";
import styles from "./Funding.module.css";
import type { Spot } from "./fundingStore.ts";
import type { CardActs } from "./useCardKeys.ts";

/** The element of a place. */
export const spotId = ({ card, column }: Spot): string => `money-${card}-${column}`;

interface CardGridRowProps {
  readonly line: CardLine;
  readonly index: number;
  readonly title: string;
  readonly type: CardType;
  readonly base: string | null;
  readonly isSelected: boolean;
  readonly activeColumn: number | null;
  /** Keep their identity, so that a row is drawn again only when it says something else. */
  readonly acts: CardActs;
}

export const CardGridRow = memo(
  function CardGridRow(props: CardGridRowProps) {
    const { t } = useTranslation();
    const { line, index, base, isSelected, activeColumn, acts } = props;
    const { key, row, isOpen, isMuted } = line;
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-level={row.depth + 1}
        aria-expanded={isOpen ?? undefined}
        aria-selected={isSelected}
        className={`${grid.row} ${styles.row}`}
        data-card-row={key}
        data-muted={isMuted || undefined}
        data-selected={isSelected || undefined}
        style={{ top: `calc(var(--head) + ${index} * var(--row))` }}
      >
        <RowHead {...props} />
        {COLUMNS.map((column, at) => {
          const cell = cardCell(column, row, base, t);
          return (
            <div
              key={column}
              id={spotId({ card: key, column: at + 1 })}
              role="gridcell"
              aria-colindex={at + 2}
              aria-label={cell.said}
              className={styles.cell}
              data-column={column}
              data-active={activeColumn === at + 1 || undefined}
              data-warning={cell.isWarning || undefined}
              data-blank={cell.isBlank || undefined}
              onClick={() => acts.open({ card: key, column: at + 1 })}
            >
              {cell.text}
            </div>
          );
        })}
      </div>
    );
  },
  // A narrowing makes new lines of the same rows.
  (before, now) =>
    before.line.row === now.line.row &&
    before.line.isOpen === now.line.isOpen &&
    before.line.isMuted === now.line.isMuted &&
    before.index === now.index &&
    before.title === now.title &&
    before.base === now.base &&
    before.isSelected === now.isSelected &&
    before.activeColumn === now.activeColumn &&
    before.acts === now.acts,
);

function RowHead({ line, title, type, activeColumn, acts }: CardGridRowProps) {
  const { key, row, isOpen } = line;
  const spot = { card: key, column: 0 };
  return (
    <GridRowHead
      id={spotId(spot)}
      type={type}
      depth={row.depth}
      isOpen={isOpen}
      isActive={activeColumn === 0}
      onOpen={() => acts.open(spot)}
      onFold={() => acts.fold(key)}
    >
      <span className={grid.title} data-type={type} title={title} dir="auto">
        {title}
      </span>
    </GridRowHead>
  );
}
