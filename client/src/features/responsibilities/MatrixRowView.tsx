// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
/** One card's row: its title and who answers for it, then its cells near the screen. */
import { IconAlertTriangle } from "@tabler/icons-react";
import type { CardId } from "@trellis/shared/schema/ids";
import { type MouseEvent, memo } from "react";
import grid from "../../ui/Grid.module.css";
import { circleText } from "../../workspace/circleText.ts";
import { GridRowHead } from "../../workspace/GridRowHead.tsx";
import { answerText, reachText, rolesText, titleOf } from "./dutyWords.ts";
import { spotId } from "./gridPlaces.ts";
import { Letters } from "./Letters.tsx";
import type { MatrixLine } from "./matrixTable.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

interface MatrixRowProps {
  readonly model: DutiesModel;
  readonly line: MatrixLine;
  readonly index: number;
  readonly seen: readonly number[];
  readonly isSelected: boolean;
  readonly chosen: ReadonlySet<string>;
  /** The current cell of this row; null for its head, undefined for none. */
  readonly activeActor: CardId | null | undefined;
}

export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowProps) {
  const { model, line, index, seen, isSelected, activeActor } = props;
  const { table, store, changes } = model;
  const open = (actor: CardId, event: MouseEvent<HTMLElement>) => {
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    changes.go({ card: line.key, actor });
    if (model.canEdit) store.getState().set({ asking: { card: line.key, actor, x: left, y: bottom } });
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      aria-level={line.depth + 1}
      aria-expanded={line.isOpen ?? undefined}
      aria-selected={isSelected}
      className={`${grid.row} ${styles.row}`}
      data-muted={line.isMuted || undefined}
      data-selected={isSelected || undefined}
      style={{ top: `calc(var(--head) + ${index} * var(--row))` }}
    >
      <RowHead {...props} />
      {seen.map((at) => {
        const column = table.columns[at];
        if (!column) return null;
        const cells = line.row.cells.get(column.actor);
        const { words } = model;
        return (
          <div
            key={column.actor}
            id={spotId({ card: line.key, actor: column.actor })}
            role="gridcell"
            aria-colindex={at + 2}
            aria-label={`${rolesText(words, cells)}: ${titleOf(words, column.actor)}, ${titleOf(words, line.key)}`}
            className={styles.cell}
            data-active={activeActor === column.actor || undefined}
            data-selected={props.chosen.has(column.actor) || undefined}
            style={{ left: `calc(var(--first) + ${at} * var(--column))` }}
            onClick={(event) => open(column.actor, event)}
          >
            {cells && <Letters words={words} cells={cells} />}
          </div>
        );
      })}
    </div>
  );
});

function RowHead({ model, line, activeActor }: MatrixRowProps) {
  const { words, changes } = model;
  const { row, key, depth, isOpen } = line;
  const card = model.snapshot.cards.get(key);
  const reach = reachText(words, row);
  const { t } = words;
  const answer = answerText(words, row);
  const circle = circleText(words.cards, key, t);
  const spot = { card: key, actor: null };
  return (
    <GridRowHead
      id={spotId(spot)}
      type={card?.type}
      depth={depth}
      isOpen={isOpen}
      isActive={activeActor === null}
      className={styles.rowHead}
      onOpen={() => {
        changes.go(spot);
        changes.show(key);
      }}
      onFold={() => changes.fold(key)}
    >
      <span className={styles.headWords}>
        <span className={grid.title} data-type={card?.type} title={titleOf(words, key)}>
          {titleOf(words, key)}
        </span>
        <span className={styles.under}>
          {circle !== "" && (
            <span className={styles.answers} data-warning title={circle} data-circle>
              {circle}
            </span>
          )}
          <span
            className={styles.answers}
            data-warning={row.isGap || row.isClash || undefined}
            title={answer}
          >
            {(row.isGap || row.isClash) && <IconAlertTriangle size={12} stroke={2} aria-hidden="true" />}
            {answer}
          </span>
          {reach !== "" && (
            <span className={styles.reach} title={t("responsibilities.reachOf", { levels: reach })}>
              {t("responsibilities.reach", { count: row.reach.length })}
            </span>
          )}
        </span>
      </span>
    </GridRowHead>
  );
}
