/** One item of the outline: a card, a reference to one, or a heading. */
import {
  IconAlertTriangle,
  IconChevronRight,
  IconCornerUpRight,
  IconDotsVertical,
  IconPlus,
} from "@tabler/icons-react";
import type { ItemKey, OutlineItem } from "@trellis/shared/derive/outline";
import type { Card } from "@trellis/shared/schema/values";
import { type MouseEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import grid from "../../ui/Grid.module.css";
import { FINDINGS_PLACE } from "../../workspace/cardFindings.ts";
import { statusOf } from "../../workspace/cardStatus.ts";
import { LensBadge } from "../../workspace/LensBadge.tsx";
import type { LensMark } from "../../workspace/lensMarkStore.ts";
import { openAt } from "../../workspace/panelWish.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { childTypes } from "./newPlace.ts";
import styles from "./Outline.module.css";
import { type Columns as ColumnsShown, cardName, groupTitle, type Mark, titleOf } from "./outlineWords.ts";
import { TitleField } from "./TitleField.tsx";
import type { OutlineModel } from "./useOutlineModel.ts";

export const rowId = (key: ItemKey): string => `outline-${key}`;

interface OutlineRowProps {
  readonly model: OutlineModel;
  readonly item: OutlineItem;
  readonly card: Card | undefined;
  readonly status: string;
  readonly level: string;
  readonly accountable: string;
  readonly links: number;
  readonly circle: string;
  readonly depth: number;
  readonly position: number;
  readonly size: number;
  readonly isOpen: boolean | null;
  readonly isMuted: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isWriting: boolean;
  readonly marks: readonly Mark[] | undefined;
  /** Findings of the health check that fail or warn on the card. */
  readonly findings: number;
  /** Its value of the lens that colours the map. */
  readonly lens: LensMark | null;
  readonly canEdit: boolean;
  readonly columns: ColumnsShown;
  readonly top: number;
  readonly height: number;
}

/** The model changes with every edit of the map; a row reads only its parts that never do. */
const sameRow = (one: OutlineRowProps, other: OutlineRowProps): boolean =>
  (Object.keys(other) as (keyof OutlineRowProps)[]).every((name) =>
    name === "model"
      ? one.model.nav === other.model.nav && one.model.actions === other.model.actions
      : name === "item"
        ? one.item.key === other.item.key &&
          one.item.kind === other.item.kind &&
          countOf(one.item) === countOf(other.item)
        : one[name] === other[name],
  );
const countOf = (item: OutlineItem): number => (item.kind === "group" ? item.count : 0);

export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { t } = useTranslation();
  const { model, item, card, depth, isOpen, isSelected, isWriting, marks = [], top, height } = props;
  const { key, kind } = item;
  const title = kind === "group" ? groupTitle(t, item) : titleOf(t, card);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the current row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for all rows
    <div
      role="treeitem"
      id={rowId(key)}
      aria-level={depth + 1}
      aria-posinset={props.position}
      aria-setsize={props.size}
      aria-selected={isSelected}
      aria-label={nameOf(t, props, title)}
      {...(isOpen === null ? {} : { "aria-expanded": isOpen })}
      data-key={key}
      data-kind={kind}
      data-type={card?.type}
      data-active={props.isActive || undefined}
      data-selected={isSelected || undefined}
      data-muted={props.isMuted || undefined}
      data-level={kind === "group" && item.level !== undefined ? "" : undefined}
      className={styles.row}
      style={{ top, height, "--depth": depth } as React.CSSProperties}
      onClick={(event) => onRowClick(event, model, key, card)}
      onDoubleClick={() => props.canEdit && kind === "card" && model.actions.rename(key)}
    >
      <span className={styles.main}>
        <Opener model={model} itemKey={key} isOpen={isOpen} />
        {card && (
          <span className={`${grid.glyph} ${styles.glyph}`}>
            <TypeGlyph type={card.type} />
          </span>
        )}
        {props.lens?.signs.map((sign) => (
          <LensBadge key={sign.sign} mark={sign} />
        ))}
        {isWriting ? (
          <TitleField model={model} label={t("outline.titleOf", { title })} />
        ) : (
          <span className={styles.title} data-untitled={card?.title === "" || undefined} title={title}>
            {title}
          </span>
        )}{" "}
        {kind === "group" && <span className={styles.count}>{item.count}</span>}
        {kind === "reference" && (
          <span className={styles.helps}>
            <IconCornerUpRight size={13} aria-hidden="true" /> {t("outline.alsoHelps")}
          </span>
        )}
        {kind === "card" && props.circle !== "" && (
          <span className={styles.circle} title={props.circle} data-circle>
            <IconAlertTriangle size={13} aria-hidden="true" /> {props.circle}
          </span>
        )}
        {props.findings > 0 && (
          <span
            className={styles.finding}
            title={t("look.findings", { count: props.findings })}
            aria-hidden="true"
            data-part="finding"
          >
            !
          </span>
        )}
        <Marks marks={marks} />
      </span>{" "}
      <Columns {...props} />
      <RowButtons {...props} />
    </div>
  );
}, sameRow);

function nameOf(t: ReturnType<typeof useTranslation>["t"], props: OutlineRowProps, title: string): string {
  const { item, card, columns, marks = [] } = props;
  if (!card) return item.kind === "group" ? t("outline.groupName", { title, count: item.count }) : title;
  const name = cardName(t, card, props, columns, item.kind === "reference");
  const said = [
    name,
    ...(props.lens ? [props.lens.words] : []),
    ...(props.findings > 0 ? [t("look.findings", { count: props.findings })] : []),
    ...marks.map((mark) =>
      t(mark.isEditing ? "outline.isEditing" : "outline.hasSelected", { name: mark.name }),
    ),
  ];
  return said.join(", ");
}

function onRowClick(
  event: MouseEvent<HTMLElement>,
  { nav, actions, tree }: OutlineModel,
  key: ItemKey,
  card: Card | undefined,
): void {
  // Buttons and the field of a title are in the row, and answer for themselves.
  if ((event.target as HTMLElement).closest("button, input, select")) return;
  if (!actions.finish()) return;
  tree.current?.focus({ preventScroll: true });
  if (card && (event.target as HTMLElement).closest("[data-part=finding]")) {
    nav.choose(key, "select");
    openAt(card, FINDINGS_PLACE);
  } else if (event.ctrlKey || event.metaKey) nav.toggleSelected(key);
  else nav.choose(key, event.shiftKey ? "extend" : "select");
}

interface OpenerProps {
  readonly model: OutlineModel;
  readonly itemKey: ItemKey;
  readonly isOpen: boolean | null;
}

function Opener({ model, itemKey, isOpen }: OpenerProps) {
  const { t } = useTranslation();
  if (isOpen === null) return <span className={`${grid.opener} ${styles.opener}`} />;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${grid.opener} ${styles.opener}`}
      aria-label={t(isOpen ? "words.close" : "words.open")}
      data-open={isOpen || undefined}
      onClick={() => model.nav.setOpen([itemKey], !isOpen)}
    >
      <IconChevronRight size={15} stroke={2} aria-hidden="true" />
    </button>
  );
}

/** Their names are drawn by the style sheet: they are said at the end of the row's name, not where they are seen. */
function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <span className={styles.marks} aria-hidden="true">
      {marks.slice(0, 2).map((mark) => (
        <span
          key={mark.clientId}
          className={styles.mark}
          style={{ background: mark.colour }}
          data-editing={mark.isEditing || undefined}
          data-name={mark.name}
        />
      ))}
      {marks.length > 2 && <span className={styles.more} data-name={`+${marks.length - 2}`} />}
    </span>
  );
}

/** What the row says besides the title; its name says the same to a screen reader. */
function Columns({ card, item, status, level, accountable }: OutlineRowProps) {
  const { t } = useTranslation();
  if (!card || item.kind !== "card") return null;
  const tone = statusOf(card)?.tone;
  return (
    <span className={styles.columns} aria-hidden="true">
      <span className={styles.status}>
        {tone && <span className={styles.dot} data-tone={tone} />}
        {status}
      </span>{" "}
      <span className={styles.level}>{level}</span>{" "}
      <span
        className={styles.accountable}
        data-unknown={accountable === t("words.notKnown") || undefined}
        title={accountable}
      >
        <span className={styles.narrowLabel}>{accountable && t("outline.accountableShort")} </span>
        {accountable}
      </span>
    </span>
  );
}

function RowButtons({ model, item, card, canEdit }: OutlineRowProps) {
  const { t } = useTranslation();
  const title = titleOf(t, card);
  const holds = item.kind === "card" && card !== undefined && childTypes(card.type).length > 0;
  if (!card) return <span className={styles.buttons} />;
  return (
    <span className={styles.buttons}>
      {canEdit && holds && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.button}
          data-add-inside
          aria-label={t("outline.addInside", { title })}
          title={t("outline.addInside", { title })}
          onClick={() => model.actions.addInside(item.key)}
        >
          <IconPlus size={16} aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className={styles.button}
        data-row-menu
        aria-haspopup="menu"
        aria-label={t("outline.menu", { title })}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          model.nav.choose(item.key);
          model.store.getState().set({ asking: { kind: "row", key: item.key, x: left, y: bottom } });
        }}
      >
        <IconDotsVertical size={16} aria-hidden="true" />
      </button>
    </span>
  );
}
