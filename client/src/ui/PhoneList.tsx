/**
 * A table where there is no room for columns: its rows as a list, of which only those near the screen are in the page.
 * A row is as high as what it says.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type ReactNode, useCallback, useRef } from "react";
import styles from "./PhoneList.module.css";

/** What a row wears; `key` is the id of what it stands for. */
export interface PhoneRow {
  readonly key: string;
  /** How far in it stands; 0 at the edge. */
  readonly depth?: number;
  readonly isMuted?: boolean;
  readonly isSelected?: boolean;
  readonly className?: string | undefined;
}

interface PhoneListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly rowOf: (item: Item) => PhoneRow;
  readonly children: (item: Item) => ReactNode;
}

/** Of a row that was not measured yet. */
const GUESSED_HEIGHT = 120;
/** Room to scroll the last row clear of what floats at the bottom. */
const ROOM_BELOW = 72;

export function PhoneList<Item>({ label, items, rowOf, children }: PhoneListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_HEIGHT,
    // biome-ignore lint/correctness/useExhaustiveDependencies: the key of an item does not depend on how it is shown
    getItemKey: useCallback((index: number) => (items[index] ? rowOf(items[index]).key : index), [items]),
    overscan: 4,
    paddingEnd: ROOM_BELOW,
  });
  return (
    <div className={styles.scroller} ref={scroller}>
      <ul className={styles.list} aria-label={label} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const { key, depth = 0, isMuted, isSelected, className = "" } = rowOf(item);
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              data-card-row={key}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className={`${styles.row} ${className}`}
              data-muted={isMuted || undefined}
              data-selected={isSelected || undefined}
              style={{ top: start, "--depth": depth } as CSSProperties}
            >
              {children(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
