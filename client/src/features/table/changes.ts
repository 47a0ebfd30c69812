/**
 * What people do in the table: going about, writing cells, emptying, filling, pasting and ticking. Each change of the
 * map is one operation and one undo step; a text that does not fit is kept as a marked cell with its reason.
 */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { sameJson } from "@trellis/shared/schema/mapDoc";
import type { Way } from "../../ui/gridMoves.ts";
import { notify } from "../../ui/notify.ts";
import { announce } from "../../workspace/announce.ts";
import { openAt } from "../../workspace/panelWish.ts";
import { type Read, readCell, readSum, TYPED_WRITING } from "../../workspace/values/cellReader.ts";
import { draftKey, draftOf, keepDraft } from "../../workspace/values/draftStore.ts";
import type { MarkedCell, PastedBlock } from "../../workspace/values/pastedBlock.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { type CopiedCells, copiedCells, filledFrom, saysAlready } from "./cellCopies.ts";
import { type CellsWritten, type RowWrite, writeCells } from "./cellEdits.ts";
import { columnName, typedText, valueIn } from "./cellText.ts";
import {
  type Column,
  columnsOf,
  isNaming,
  isSum,
  isWritable,
  TITLE,
  type WritableColumn,
} from "./columns.ts";
import { sayInCard } from "./inCard.ts";
import { type Mark, markingStep, unmarked } from "./marking.ts";
import { namedRows } from "./namedRows.ts";
import { type PastePlace, pasteIds, pasteSaid, plannedPaste } from "./pasting.ts";
import { reasonText } from "./reasonText.ts";
import { columnsChosen } from "./tableAddress.ts";
import { type Block, blockOf, spotAt } from "./tableKeys.ts";
import type { Means, Scene } from "./tableScene.ts";
import { blankOf, HEAD, type Spot } from "./tableStore.ts";
import { cardsMeant } from "./titles.ts";

export class TableChanges {
  readonly #means: Means;

  constructor(means: Means) {
    this.#means = means;
  }

  scene(): Scene {
    return this.#means.scene();
  }

  card(id: CardId) {
    return this.#means.live.getSnapshot().cards.get(id);
  }

  go(spot: Spot, extend = false): void {
    const { active, anchor, set } = this.#means.store.getState();
    set({ active: spot, anchor: extend && spot.row !== HEAD ? (anchor ?? active) : null });
  }

  move(to: Way, page = 1, extend = false): void {
    const { active } = this.#means.store.getState();
    if (!active) return;
    const spot = spotAt(this.scene().places, active, to, page);
    // Heads are no part of a block.
    if (!(extend && spot.row === HEAD)) this.go(spot, extend);
  }

  selectAll(): void {
    const { rows, columns } = this.scene().places;
    const [first, last] = [columns[0], columns.at(-1)];
    const [top, bottom] = [rows[0], rows.filter((id) => id !== this.scene().blank).at(-1)];
    if (!first || !last || !top || !bottom) return;
    this.#means.store
      .getState()
      .set({ active: { row: top, column: first }, anchor: { row: bottom, column: last } });
  }

  block(): Block | null {
    const { active, anchor } = this.#means.store.getState();
    return blockOf(this.scene().places, active, anchor);
  }

  /** The ids of the rows and the columns of the current block, the blank row left out. */
  cells(): { readonly rows: readonly CardId[]; readonly columns: readonly Column[] } {
    const block = this.block();
    const { places, columns, blank } = this.scene();
    if (!block) return { rows: [], columns: [] };
    return {
      rows: places.rows.slice(block.top, block.bottom + 1).filter((id) => id !== blank),
      columns: columns.slice(block.left, block.right + 1),
    };
  }

  column(key: string, type: CardType = this.scene().type): Column | undefined {
    return columnsOf(type).find((column) => column.key === key);
  }

  /** Opens the card at what a cell says. */
  open(row: CardId, column: string): void {
    const card = this.card(row);
    if (card) openAt(card, this.column(column)?.place ?? TITLE);
  }

  /** Begins to write in the current cell; what cannot be written here is opened in the panel. */
  write(letter: boolean): void {
    const { active, set } = this.#means.store.getState();
    if (!active || active.row === HEAD) return;
    const { row, column: key } = active;
    const column = this.column(key);
    const { type, canEdit, words } = this.scene();
    if (!canEdit || !column || !isWritable(column)) {
      if (!letter) this.open(row, key);
      else if (canEdit && column) sayInCard(words.t, column);
      return;
    }
    const base = this.#value(row, column);
    const text = draftOf(draftKey(row, key))?.text ?? typedText(words, column, base);
    set({ writing: { type, row, column: key, text: letter ? null : text, base } });
  }

  /** Keeps what was written, then goes on. `back` gives the keyboard back to the grid. */
  finish(text: string, to: Way | null, back = true): void {
    const { writing, set } = this.#means.store.getState();
    if (!writing) return;
    set({ writing: null });
    const { type, row, column: key, base } = writing;
    const column = this.column(key, type);
    if (column && isWritable(column)) {
      const draft = draftOf(draftKey(row, key));
      const before = draft?.text ?? typedText(this.scene().words, column, base);
      if (text !== before) this.#put(row, column, text, base, type);
    } else this.#lost(text);
    // Before going on: a grid that gets the focus settles on a place it has drawn, and a new row is not drawn yet.
    if (back) this.focus();
    if (to === "down" && row === this.scene().blank && this.card(row)) this.#goToBlank(key);
    else if (to) this.move(to);
  }

  /** The blank row has become a card: the next one follows it. */
  #goToBlank(column: string): void {
    this.go({ row: this.#blank(this.scene().type), column });
  }

  #blank(type: CardType): CardId {
    const { cards } = this.#means.live.getSnapshot();
    return blankOf(this.#means.store, type, (id) => cards.has(id));
  }

  cancel(): void {
    this.#means.store.getState().set({ writing: null });
    this.focus();
  }

  focus(): void {
    this.#means.grid.current?.focus({ preventScroll: true });
  }

  /** Puts a text in a cell, as if it had been typed there. */
  putText(row: CardId, key: string, text: string): void {
    const column = this.column(key);
    if (column && isWritable(column))
      this.#put(row, column, text, this.#value(row, column), this.scene().type);
  }

  #value(row: CardId, column: WritableColumn): unknown {
    const card = this.card(row);
    return card ? valueIn(this.scene().joined, card, column) : null;
  }

  #read(row: CardId, column: WritableColumn, text: string): Read {
    if (text.trim() === "") return { value: null };
    const readAs = isSum(column) ? readSum : readCell;
    if (!isNaming(column)) return readAs(column.spec, text, this.scene().cellWords, TYPED_WRITING);
    return cardsMeant(text, column, this.#means.live.getSnapshot().cards.values(), row);
  }

  #put(row: CardId, column: WritableColumn, text: string, base: unknown, type: CardType): void {
    const { words, joined, canEdit } = this.scene();
    const key = draftKey(row, column.key);
    const card = this.card(row);
    if (!card && !(canEdit && row === this.#blank(type))) {
      this.#lost(text);
      return;
    }
    const read = this.#read(row, column, text);
    if ("reason" in read) {
      this.#mark([[key, { text, reason: read.reason }]]);
      announce(reasonText(words.t, read.reason, text));
      return;
    }
    const now = this.#value(row, column);
    const since = this.#means.lastStep();
    const value = read.value ?? null;
    const isSame = card ? saysAlready(words, joined, card, column, value, read.currency) : value === null;
    const currencies = read.currency && column.kind === "field" ? { [column.field]: read.currency } : {};
    const done = isSame
      ? null
      : this.#run([{ card: row, isNew: !card, values: { [column.key]: value }, currencies }], type);
    const [refused] = done ? this.#refused(done) : [];
    if (refused) {
      this.#mark([[key, { ...refused[1], text }]], since);
      announce(reasonText(words.t, refused[1].reason, text));
      return;
    }
    if (done || isSame) this.#mark([[key, null]], since);
    if (isSame) return;
    if (!done) keepDraft(key, { text });
    else if (done.gone > 0) this.#lost(text);
    else if (!sameJson(now, base))
      this.#means.undoNotice(
        words.t("table.changedMeanwhile", {
          column: columnName(words.t, column),
          value: typedText(words, column, now) || words.t("table.nothing"),
        }),
      );
  }

  /** Somebody removed the card that was being written: its words are shown, so that they can be copied. */
  #lost(text: string): void {
    if (text.trim() !== "")
      notify({ tone: "problem", text: this.scene().words.t("table.rowGone", { text }) });
  }

  #run(rows: readonly RowWrite[], type: CardType = this.scene().type): CellsWritten | null {
    const { currency, question, joined, type: shown } = this.scene();
    const done = this.#means.edit(writeCells, { type, rows, currency, duties: joined.duties });
    if (done && done.added.length > 0 && type === shown) {
      const { mine, set } = this.#means.store.getState();
      const before = mine?.question === question ? mine.ids : [];
      set({ mine: { question, ids: [...before, ...done.added] } });
    }
    return done;
  }

  /** What was not taken, as marks with the words that stand for it. */
  #refused({ refused }: CellsWritten): [string, MarkedCell][] {
    const { words, type } = this.scene();
    return refused.flatMap(({ card, key, value, code }): [string, MarkedCell][] => {
      const column = this.column(key, type);
      if (!column || !isWritable(column)) return [];
      return [[draftKey(card, key), { text: typedText(words, column, value), reason: { code, hints: [] } }]];
    });
  }

  /** Empties the cells of the block. A marked text goes first, and the value below it is seen again. */
  clear(): void {
    const { canEdit, joined, places, words } = this.scene();
    const block = this.block();
    if (!canEdit || !block) return;
    const rows = places.rows.slice(block.top, block.bottom + 1);
    const { columns } = this.cells();
    const marks: Mark[] = [];
    const writes: RowWrite[] = [];
    const since = this.#means.lastStep();
    for (const row of rows) {
      const values: Record<string, unknown> = {};
      const card = this.card(row);
      for (const column of columns) {
        const key = draftKey(row, column.key);
        if (draftOf(key)) marks.push([key, null]);
        else if (card && isWritable(column) && valueIn(joined, card, column) !== null)
          values[column.key] = null;
      }
      if (Object.keys(values).length > 0) writes.push({ card: row, isNew: false, values });
    }
    const cells = writes.length > 0 ? (this.#run(writes)?.cells ?? 0) : 0;
    this.#mark(marks, since);
    const count = cells + marks.length;
    this.#say(words.t("table.said.cleared", { count }), count);
  }

  /** The top row of the block goes into all rows below it; one row alone takes what stands above. */
  fillDown(): void {
    const { places, canEdit, words, joined } = this.scene();
    const block = this.block();
    if (!canEdit || !block) return;
    const isOne = block.top === block.bottom;
    const source = places.rows[isOne ? block.top - 1 : block.top];
    const from = source && this.card(source);
    const targets = places.rows.slice(isOne ? block.top : block.top + 1, block.bottom + 1);
    const fields = this.cells().columns.filter(isWritable);
    if (!from || fields.length === 0) return;
    const writes = targets.flatMap((row): RowWrite[] => {
      const card = this.card(row);
      const write = card && filledFrom(words, joined, from, card, fields);
      return write ? [write] : [];
    });
    const since = this.#means.lastStep();
    const done = writes.length > 0 ? this.#run(writes) : null;
    if (done)
      this.#mark(
        [
          ...writes.flatMap(({ card, values }) => unmarked(card, Object.keys(values))),
          ...this.#refused(done),
        ],
        since,
      );
    this.#say(words.t("table.said.filled", { count: done?.cells ?? 0 }), done?.cells ?? 0);
  }

  /** One cell is in sight and needs no notice; of many, the way back is offered. */
  #say(text: string, cells: number): void {
    if (cells > 1) this.#means.undoNotice(text);
    else announce(text);
  }

  copied(): CopiedCells {
    const { words, joined, places } = this.scene();
    const block = this.block();
    const ids = block ? places.rows.slice(block.top, block.bottom + 1) : [];
    const rows = ids.map((id) => [id, this.card(id)] as const);
    return copiedCells(words, joined, rows, this.cells().columns);
  }

  /** Brings a read block in as one step: rows from the place down, new cards beyond the last. */
  bringIn({ rows: pasted, leftOut }: Omit<PastedBlock, "asks">, place: PastePlace): void {
    const { type, columns, choose, words } = this.scene();
    const { cards } = this.#means.live.getSnapshot();
    const ids = pasteIds(pasted.length, place, this.scene());
    const rows = namedRows(pasted, ids, { type, cards, words });
    const since = this.#means.lastStep();
    const { writes, marks } = plannedPaste({ rows, ids }, place, this.scene(), (id) => this.card(id));
    const done = this.#run(writes);
    this.focus();
    if (!done) return;
    this.#mark([...marks, ...this.#refused(done)], since);
    const said = new Set(rows.flatMap((row) => [...Object.keys(row.values), ...Object.keys(row.marked)]));
    const hidden = [...said].filter((key) => !columns.some((column) => column.key === key));
    if (hidden.length > 0)
      choose({ columns: columnsChosen(type, [...columns.map(({ key }) => key), ...hidden]) });
    this.#selectPasted(ids, place.column, rows);
    const text = pasteSaid(words.t, done, { rows, leftOut });
    if (this.#means.lastStep() === since) notify({ text });
    else this.#means.undoNotice(text);
  }

  /** Keeps marked texts or forgets them, as part of the step made since `lastStep` said `since`, else as one itself. */
  #mark(marks: readonly Mark[], since: object | null = this.#means.lastStep()): void {
    const step = markingStep(marks);
    if (!step) return;
    step.forth();
    this.#means.beside(step, since);
  }

  /** Drops the marked text of a cell; what is stored there is seen again. */
  discard(row: CardId, key: string): void {
    this.#mark([[draftKey(row, key), null]]);
    this.focus();
  }

  #selectPasted(ids: readonly CardId[], first: string, rows: PastedBlock["rows"]): void {
    const { columns } = this.scene().places;
    const width = Math.max(
      1,
      ...rows.map((row) => Object.keys(row.values).length + Object.keys(row.marked).length),
    );
    const end = columns[Math.min(columns.indexOf(first) + width, columns.length) - 1] ?? first;
    const [top, bottom] = [ids[0], ids.at(-1)];
    if (top && bottom)
      this.#means.store
        .getState()
        .set({ active: { row: top, column: first }, anchor: { row: bottom, column: end } });
  }

  /** Ticked rows are the selection of all views, as far as they are shown here. */
  ticked(): readonly CardId[] {
    const there = new Set<string>(this.scene().places.rows);
    return workspaceStore.getState().selection.cards.filter((id) => there.has(id));
  }

  /** Opens the panel on the ticked rows and no other card: some that are selected may not be shown here. */
  editTicked(): void {
    const { selectCards, openPanel } = workspaceStore.getState();
    selectCards(this.ticked());
    openPanel();
  }

  /** Ticks rows, or takes the tick away when all have it. */
  tick(rows: readonly CardId[]): void {
    const { blank, words } = this.scene();
    const cards = rows.filter((id) => id !== blank);
    if (cards.length === 0) return;
    const now = this.ticked();
    const isAll = cards.every((id) => now.includes(id));
    const next = isAll ? now.filter((id) => !cards.includes(id)) : [...new Set([...now, ...cards])];
    workspaceStore.getState().selectCards(next);
    announce(words.t("table.said.ticked", { count: next.length }));
  }
}
