/** Decisions, reviews and milestones on the axis, each with a shape of its own and, where there is room, its name. */
import type { Mark } from "@trellis/shared/derive/timeline";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import { showDate } from "../../workspace/showDate.ts";
import type { RoadmapActions } from "./actions.ts";
import { MarkSign } from "./MarkSign.tsx";
import { markText } from "./markText.ts";
import styles from "./Roadmap.module.css";
import { type TimeScale, xOf } from "./timeScale.ts";

interface MarkListProps {
  readonly marks: readonly Mark[];
  readonly scale: TimeScale;
  readonly actions: RoadmapActions;
  /** Below the phases of a mission. */
  readonly isLow: boolean;
}

/** Least room for a name beside a mark, and the room of the mark itself, in pixels. */
const NAME_ROOM = 48;
const SIGN_ROOM = 20;

/** In the middle of the days that a date may mean; a milestone at their end. */
const dayOf = ({ kind, from, to }: Mark): number => (kind === "milestone" ? to : (from + to) / 2);

export function MarkList({ marks, scale, actions, isLow }: MarkListProps) {
  // What lies beyond the axis is told in the table.
  const placed = marks
    .filter((mark) => dayOf(mark) >= scale.from && dayOf(mark) <= scale.to)
    .map((mark) => ({ mark, x: xOf(scale, dayOf(mark)) }))
    .sort((one, other) => one.x - other.x);
  return placed.map(({ mark, x }, index) => {
    const next = placed[index + 1]?.x ?? scale.width;
    const room = next - x - SIGN_ROOM;
    return (
      <MarkButton
        key={`${mark.card} ${mark.kind}`}
        mark={mark}
        x={x}
        room={room >= NAME_ROOM ? room : 0}
        isLow={isLow}
        actions={actions}
      />
    );
  });
}

interface MarkButtonProps {
  readonly mark: Mark;
  readonly x: number;
  readonly room: number;
  readonly isLow: boolean;
  readonly actions: RoadmapActions;
}

function MarkButton({ mark, x, room, isLow, actions }: MarkButtonProps) {
  const { t } = useTranslation();
  const title = useMap((snapshot) => titleOf(snapshot, mark.card, t));
  const name = t("roadmap.mark.name", { what: markText(mark, t), title, date: showDate(mark.date) });
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.mark}
      data-mark={mark.kind}
      data-card={mark.card}
      data-low={isLow || undefined}
      style={{ left: x, maxWidth: room + SIGN_ROOM }}
      aria-label={name}
      title={name}
      onClick={() => actions.show(mark.card)}
    >
      <MarkSign kind={mark.kind} state={mark.state} />
      {room > 0 && <span className={styles.markName} dir="auto" data-text={title} />}
    </button>
  );
}
