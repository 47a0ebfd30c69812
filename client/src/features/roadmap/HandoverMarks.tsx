/** Where who answers changes to another level, on the first day of the phase in which it does. */
import { IconSwitchHorizontal } from "@tabler/icons-react";
import type { Handover } from "@trellis/shared/derive/handovers";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import styles from "./Roadmap.module.css";
import { answeringText } from "./roadmapWords.ts";
import { type TimeScale, xOf } from "./timeScale.ts";

interface HandoverMarksProps {
  readonly handovers: readonly Handover[] | undefined;
  readonly scale: TimeScale;
}

export function HandoverMarks({ handovers, scale }: HandoverMarksProps) {
  return handovers?.map((handover) => (
    <HandoverMark key={handover.after} handover={handover} scale={scale} />
  ));
}

function HandoverMark({ handover, scale }: { readonly handover: Handover; readonly scale: TimeScale }) {
  const { t } = useTranslation();
  const text = useMap((snapshot) =>
    t("roadmap.handover.sentence", {
      from: answeringText(handover.from, snapshot, t),
      to: answeringText(handover.to, snapshot, t),
    }),
  );
  if (handover.day === null) return null;
  return (
    <span
      className={styles.handover}
      data-handover={handover.card}
      style={{ left: xOf(scale, handover.day) }}
      title={text}
      aria-hidden="true"
    >
      <IconSwitchHorizontal size={12} stroke={2.2} />
    </span>
  );
}
