/** One card near the screen: its outline, what it says, and who else is at it. */
import {
  IconAlertTriangle,
  IconBook2,
  IconChartLine,
  IconCoins,
  IconGavel,
  IconNote,
  type TablerIcon,
} from "@tabler/icons-react";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import styles from "./CardShape.module.css";
import "./cardDetail.css";
import { useCanvas } from "./canvasStore.ts";
import type { CardFace } from "./cardFace.ts";
import { cardName, remarkText, shownTitle, statusText } from "./cardWords.ts";
import { shapePath } from "./shapes.ts";
import { TitleEditor } from "./TitleEditor.tsx";
import { type CardNode, elementIdOf } from "./toFlow.ts";

const GLYPHS: Partial<Readonly<Record<CardType, TablerIcon>>> = {
  indicator: IconChartLine,
  funding: IconCoins,
  risk: IconAlertTriangle,
  evidence: IconBook2,
  decision: IconGavel,
  note: IconNote,
};

/** React Flow passes the place as well; a card that only moves has nothing to render. */
export const CardShape = memo(
  Shape,
  (one, other) =>
    one.data === other.data &&
    one.selected === other.selected &&
    one.width === other.width &&
    one.id === other.id,
);

function Shape({ id, data, selected, width, height }: NodeProps<CardNode>) {
  const { t } = useTranslation();
  const { face, dragging } = data;
  const card = id as CardId;
  const mark = useCanvas((state) => state.marks.get(card));
  const isTarget = useCanvas((state) => state.target === card);
  const editing = useCanvas((state) => state.titleOf === card);
  const mayConnect = useCanvas((state) => state.canEdit);
  const title = shownTitle(face, t);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no card; the canvas names its cards by group
    <div
      id={elementIdOf(card)}
      role="group"
      aria-roledescription={t("canvas.card")}
      aria-label={cardName(face, t)}
      title={editing ? undefined : title}
      className={styles.card}
      data-card
      data-satellite={face.type in GLYPHS || undefined}
      data-type={face.type}
      data-selected={selected || undefined}
      data-target={isTarget || undefined}
      data-dragging={dragging || undefined}
      data-placeholder={face.placeholder || undefined}
      data-untitled={face.title === "" || undefined}
    >
      <svg className={styles.outline} data-part="outline" width={width} height={height} aria-hidden="true">
        <path d={shapePath(face.type, width ?? 0, height ?? 0)} />
      </svg>
      {mark && (
        <div className={styles.peer} style={{ borderColor: mark.colour }}>
          <span className={styles.peerName} style={{ backgroundColor: mark.colour }}>
            {mark.editing ? t("canvas.peerEditing", { name: mark.name }) : mark.name}
          </span>
        </div>
      )}
      <CardSign face={face} />
      <div className={styles.words} data-part="words">
        {face.type === "mission" || face.type === "grand_challenge" ? (
          <span className={styles.eyebrow} data-part="eyebrow">
            {t(`cardType.${face.type}`)}
          </span>
        ) : null}
        {editing ? (
          <TitleEditor card={card} title={face.title} />
        ) : (
          <span className={styles.title} data-part="title">
            {title}
          </span>
        )}
        <SecondLine face={face} />
      </div>
      {mayConnect && (
        <span className={styles.connector} data-part="connector" data-connector={card} aria-hidden="true" />
      )}
    </div>
  );
}

/** An actor's disc or a satellite's glyph. */
function CardSign({ face }: { readonly face: CardFace }) {
  if (face.type === "actor") {
    return (
      <span className={styles.disc} data-part="disc" aria-hidden="true">
        {face.initials}
      </span>
    );
  }
  const Glyph = GLYPHS[face.type];
  return Glyph ? (
    <Glyph className={styles.glyph} data-part="glyph" size={18} stroke={1.6} aria-hidden="true" />
  ) : null;
}

function SecondLine({ face }: { readonly face: CardFace }) {
  const { t } = useTranslation();
  const remarks = face.remarks.map((remark) => remarkText(remark, t)).join(", ");
  if (face.placeholder)
    return (
      <span className={styles.second} data-part="second">
        {t("canvas.placeholder")}
      </span>
    );
  if (!face.status && remarks === "") return null;
  return (
    <span className={styles.second} data-part="second">
      {face.status && face.type !== "challenge" && (
        <>
          <span className={styles.dot} data-tone={face.status.tone} />
          <span className={styles.status}>{statusText(face.status, t)}</span>
        </>
      )}
      {remarks !== "" && <span className={styles.remarks}>{remarks}</span>}
    </span>
  );
}
