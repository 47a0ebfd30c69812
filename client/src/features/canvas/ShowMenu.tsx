/** Which types of cards and kinds of links are drawn, with how many the map holds: the canvas's legend as well. */
import { UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import styles from "./Canvas.module.css";
import { useCanvas } from "./canvasStore.ts";
import { DASHES, LINK_KINDS, type LinkKind, signOf } from "./linkStyle.ts";
import type { Stage } from "./stage.ts";

export function ShowMenu({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation();
  const shownTypes = useWorkspace((state) => state.shownTypes);
  const showType = useWorkspace((state) => state.showType);
  const kinds = useCanvas((state) => state.kinds);
  const showKind = useCanvas((state) => state.showKind);
  const counts = useMemo(() => stage.scene.counts(), [stage]);
  const row = (
    key: string,
    on: boolean,
    toggle: () => void,
    sample: ReactNode,
    label: string,
    count: number,
  ) => (
    <UnstyledButton key={key} role="checkbox" aria-checked={on} className={styles.showRow} onClick={toggle}>
      <span className={styles.check}>{on && <IconCheck size={14} stroke={2.2} />}</span>
      <span className={styles.sample}>{sample}</span>
      <span className={styles.showLabel}>{label}</span>
      <span className={styles.count}>{count}</span>
    </UnstyledButton>
  );
  return (
    <>
      <h3 className={styles.showHeading}>{t("canvas.showCards")}</h3>
      {CARD_TYPES.filter((type) => counts.types.has(type)).map((type) =>
        row(
          type,
          shownTypes.has(type),
          () => showType(type, !shownTypes.has(type)),
          <TypeGlyph type={type} />,
          t(`cardTypes.${type}`),
          counts.types.get(type) ?? 0,
        ),
      )}
      <h3 className={styles.showHeading}>{t("canvas.showLinks")}</h3>
      <p className={styles.showHint}>{t("canvas.showHint")}</p>
      {LINK_KINDS.filter((kind) => counts.kinds.has(kind)).map((kind) =>
        row(
          kind,
          kinds.has(kind),
          () => showKind(kind, !kinds.has(kind)),
          <LineSample kind={kind} />,
          t(`canvas.kind.${kind}`),
          counts.kinds.get(kind) ?? 0,
        ),
      )}
    </>
  );
}

function LineSample({ kind }: { readonly kind: LinkKind }) {
  const sign = signOf(kind);
  return (
    <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
      <path d="M1 7H29" stroke="currentcolor" strokeWidth="1.4" strokeDasharray={DASHES[kind].join(" ")} />
      {sign && (
        <>
          <circle cx="15" cy="7" r="6.4" fill="#fff" stroke="currentcolor" />
          <text x="15" y="10.2" textAnchor="middle" fontSize="9" fontWeight="600" fill="currentcolor">
            {sign}
          </text>
        </>
      )}
    </svg>
  );
}
