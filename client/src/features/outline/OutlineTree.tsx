/**
 * The rows near the screen, as a tree in the sense of WAI-ARIA: one tab stop, the current row named by
 * `aria-activedescendant` and always in the page. Buttons that add stand beside the tree, since a tree holds items only.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import type { CardId } from "@trellis/shared/schema/ids";
import { memo, useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePeers, useSetPresence } from "../../presence/PresenceProvider.tsx";
import { useSteadyScroll } from "../../ui/useSteadyScroll.ts";
import { visibleRange } from "../../ui/visibleRange.ts";
import { marksShown, useHealth } from "../../workspace/healthStore.ts";
import { useLensMarks } from "../../workspace/lensMarkStore.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { AddLine } from "./AddLine.tsx";
import { DropMark } from "./DropMark.tsx";
import { NewCardRow } from "./NewCardRow.tsx";
import styles from "./Outline.module.css";
import { OutlineRow, rowId } from "./OutlineRow.tsx";
import { NEW_KEY } from "./outlineRows.ts";
import { useOutline } from "./outlineStore.ts";
import { type Columns, marksOf, rowWords } from "./outlineWords.ts";
import { rowHeight } from "./rowHeight.ts";
import { useDrag } from "./useDrag.ts";
import { useOutlineClipboard } from "./useOutlineClipboard.ts";
import { useOutlineKeys } from "./useOutlineKeys.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

interface OutlineTreeProps {
  readonly model: OutlineModel;
  readonly columns: Columns;
}

export const OutlineTree = memo(function OutlineTree({ model, columns }: OutlineTreeProps) {
  const { t } = useTranslation();
  const { rows, snapshot, facts, canEdit, tree, actions } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const height = rowHeight(columns === "phone");
  const active = useOutline((state) => state.active);
  const writing = useOutline((state) => state.writing);
  const selected = useWorkspace((state) => state.selection.cards);
  const chosen = useMemo(() => new Set<CardId>(selected), [selected]);
  const marks = useMarks();
  const findings = useHealth(marksShown);
  const colours = useLensMarks((state) => state.marks);
  useEditingPresence(writing?.kind === "title" ? writing.card : null);

  const writingKey = writing ? (writing.kind === "new" ? NEW_KEY : writing.card) : null;
  const activeIndex = rows.findIndex(({ key }) => key === active);
  const writingIndex = writingKey === null ? -1 : rows.findIndex(({ key }) => key === writingKey);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: 6,
    paddingEnd: height * 2,
    scrollPaddingStart: height,
    scrollPaddingEnd: height * 2,
    rangeExtractor: useCallback(
      (range: Parameters<typeof visibleRange>[0]) => visibleRange(range, [activeIndex, writingIndex]),
      [activeIndex, writingIndex],
    ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are kept until told that they changed
  useEffect(() => virtual.measure(), [virtual, height]);
  useSteadyScroll(scroller, rows, height);
  const shownIndex = writingIndex >= 0 ? writingIndex : activeIndex;
  const shownKey = writingKey ?? active;
  // biome-ignore lint/correctness/useExhaustiveDependencies: into sight when another row becomes current, not when others move it
  useEffect(() => {
    if (shownIndex >= 0) virtual.scrollToIndex(shownIndex, { align: "auto" });
  }, [shownKey]);

  const keys = useOutlineKeys(model);
  useOutlineClipboard(model);
  const drag = useDrag(model, scroller, height);
  const seen = virtual.getVirtualItems();
  return (
    <div className={styles.scroller} ref={scroller} onPointerDown={drag.onPointerDown}>
      <div
        ref={tree}
        role="tree"
        aria-label={t("outline.label")}
        aria-multiselectable="true"
        aria-activedescendant={active !== null && activeIndex >= 0 ? rowId(active) : undefined}
        tabIndex={0}
        className={styles.tree}
        style={{ height: virtual.getTotalSize() }}
        {...keys}
      >
        {seen.map(({ index, key }) => {
          const row = rows[index];
          if (row?.kind === "new")
            return (
              <NewCardRow key={key} model={model} top={index * height} height={height} depth={row.depth} />
            );
          if (row?.kind !== "item") return null;
          const { item } = row;
          const card = item.kind === "group" ? undefined : snapshot.cards.get(item.card);
          const words = card ? rowWords(t, card, snapshot, facts) : null;
          return (
            <OutlineRow
              key={key}
              model={model}
              item={item}
              card={card}
              status={words?.status ?? ""}
              level={words?.level ?? ""}
              accountable={words?.accountable ?? ""}
              links={words?.links ?? 0}
              circle={words?.circle ?? ""}
              depth={row.depth}
              position={row.position}
              size={row.size}
              isOpen={row.isOpen}
              isMuted={row.isMuted}
              isActive={row.key === active}
              isSelected={item.kind === "card" && chosen.has(item.card)}
              isWriting={item.kind === "card" && writingKey === item.card}
              marks={card ? marks.get(card.id) : undefined}
              findings={(card && item.kind === "card" && findings.get(card.id)) || 0}
              lens={(card && colours.get(card.id)) ?? null}
              canEdit={canEdit}
              columns={columns}
              top={index * height}
              height={height}
            />
          );
        })}
      </div>
      {seen.map(({ index, key }) => {
        const row = rows[index];
        return row?.kind === "add" ? (
          <AddLine key={key} model={model} row={row} top={index * height} height={height} actions={actions} />
        ) : null;
      })}
      <DropMark drop={drag.drop} height={height} />
    </div>
  );
});

/** Who has selected or is editing which card; the same object while nobody moved. */
function useMarks() {
  const peers = usePeers();
  return useMemo(() => marksOf(peers), [peers]);
}

function useEditingPresence(card: CardId | null): void {
  const setPresence = useSetPresence();
  useEffect(() => {
    if (card === null) return;
    setPresence({ editing: card });
    return () => setPresence({ editing: null });
  }, [card, setPresence]);
}
