// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
/** One card's row: its title and who answers for it, then its cells near the screen. */
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Cell, MatrixRow } from "@trellis/shared/derive/matrix";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { type MouseEvent, memo } from "react";
import grid from "../../ui/Grid.module.css";
import { circleText } from "../../workspace/circleText.ts";
import { GridRowHead } from "../../workspace/GridRowHead.tsx";
import { answerText, reachText, rolesText, titleOf, type Words } from "./dutyWords.ts";
import { spotId } from "./gridPlaces.ts";
import { Letters } from "./Letters.tsx";
import type { MatrixLine } from "./matrixTable.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

/** A column near the screen, as a row needs it. */
export interface SeenColumn {
  readonly at: number;
  readonly actor: CardId;
  readonly title: string;
  readonly isSelected: boolean;
}

/** What the head of a row says. */
export interface RowWords {
  readonly title: string;
  readonly answer: string;
  readonly reach: string;
  readonly circle: string;
}

interface MatrixRowProps {
  readonly model: DutiesModel;
  readonly line: MatrixLine;
  readonly type: CardType | undefined;
  readonly said: RowWords;
  readonly index: number;
  readonly seen: readonly SeenColumn[];
  readonly isSelected: boolean;
  /** The current cell of this row; null for its head, undefined for none. */
  readonly activeActor: CardId | null | undefined;
}

const sameCells = (one: readonly Cell[], other: readonly Cell[] | undefined): boolean =>
  one.length === other?.length &&
  one.every(({ link, role, phase }, index) => {
    const two = other[index];
    return two?.link === link && two.role === role && two.phase === phase;
  });

function sameDuties(one: MatrixRow, other: MatrixRow): boolean {
  if (one === other) return true;
  return (
    one.isGap === other.isGap &&
    one.isClash === other.isClash &&
    one.reach.length === other.reach.length &&
    one.cells.size === other.cells.size &&
    [...one.cells].every(([actor, cells]) => sameCells(cells, other.cells.get(actor)))
  );
}

/** The model changes with every edit of the map; a row reads only what is compared here. */
const sameRow = (one: MatrixRowProps, other: MatrixRowProps): boolean =>
  one.model.changes === other.model.changes &&
  one.model.canEdit === other.model.canEdit &&
  one.model.words.t === other.model.words.t &&
  one.model.words.phases === other.model.words.phases &&
  one.line.key === other.line.key &&
  one.line.depth === other.line.depth &&
  one.line.isOpen === other.line.isOpen &&
  one.line.isMuted === other.line.isMuted &&
  one.type === other.type &&
  (Object.keys(one.said) as (keyof RowWords)[]).every((name) => one.said[name] === other.said[name]) &&
  one.index === other.index &&
  one.seen === other.seen &&
  one.isSelected === other.isSelected &&
  one.activeActor === other.activeActor &&
  sameDuties(one.line.row, other.line.row);

export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowProps) {
  const { model, line, said, index, seen, isSelected, activeActor } = props;
  const { store, changes, words } = model;
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
      {seen.map(({ at, actor, title, isSelected: isChosen }) => {
        const cells = line.row.cells.get(actor);
        return (
          <div
            key={actor}
            id={spotId({ card: line.key, actor })}
            role="gridcell"
            aria-colindex={at + 2}
            aria-label={`${rolesText(words, cells)}: ${title}, ${said.title}`}
            className={styles.cell}
            data-active={activeActor === actor || undefined}
            data-selected={isChosen || undefined}
            style={{ left: `calc(var(--first) + ${at} * var(--column))` }}
            onClick={(event) => open(actor, event)}
          >
            {cells && <Letters words={words} cells={cells} />}
          </div>
        );
      })}
    </div>
  );
}, sameRow);

function RowHead({ model, line, type, said, activeActor }: MatrixRowProps) {
  const { changes } = model;
  const { row, key, depth, isOpen } = line;
  const { title, answer, reach, circle } = said;
  const { t } = model.words;
  const spot = { card: key, actor: null };
  return (
    <GridRowHead
      id={spotId(spot)}
      type={type}
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
        <span className={grid.title} data-type={type} title={title}>
          {title}
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

export function rowWords(words: Words, { key, row }: MatrixLine): RowWords {
  return {
    title: titleOf(words, key),
    answer: answerText(words, row),
    reach: reachText(words, row),
    circle: circleText(words.cards, key, words.t),
  };
}
