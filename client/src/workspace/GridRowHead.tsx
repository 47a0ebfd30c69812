// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table cannot be placed freely, and only a few of them are in the page
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys
/** The head of a card's row in a grid: what opens the rows below it, its type, and what the view says of it. */
import { IconChevronRight } from "@tabler/icons-react";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "../ui/Grid.module.css";
import { TypeGlyph } from "./TypeGlyph.tsx";

interface GridRowHeadProps {
  /** Id of the element, which the grid names while the head is the current cell. */
  readonly id: string;
  readonly type: CardType | undefined;
  readonly depth: number;
  /** Null where no row is below. */
  readonly isOpen: boolean | null;
  readonly isActive: boolean;
  readonly className?: string | undefined;
  readonly onOpen: () => void;
  readonly onFold: () => void;
  readonly children: ReactNode;
}

export function GridRowHead(props: GridRowHeadProps) {
  const { id, type, depth, isOpen, isActive, className = "", onOpen, onFold, children } = props;
  const { t } = useTranslation();
  return (
    <div
      id={id}
      role="rowheader"
      aria-colindex={1}
      className={`${styles.rowHead} ${className}`}
      data-active={isActive || undefined}
      style={{ "--depth": depth } as CSSProperties}
      onClick={onOpen}
    >
      {isOpen === null ? (
        <span className={styles.opener} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={styles.opener}
          data-open={isOpen || undefined}
          // The grid keeps the focus, and with it the keys.
          onMouseDown={(event) => event.preventDefault()}
          aria-label={t(isOpen ? "words.close" : "words.open")}
          onClick={(event) => {
            event.stopPropagation();
            onFold();
          }}
        >
          <IconChevronRight size={15} stroke={2} />
        </button>
      )}
      <span className={styles.glyph}>{type && <TypeGlyph type={type} />}</span>
      {children}
    </div>
  );
}
