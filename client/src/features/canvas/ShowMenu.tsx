/** Which kinds of links are drawn, with how many the map holds: the canvas's legend as well. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LINK_KINDS, type LinkKind } from "../../workspace/linkKinds.ts";
import { useLook } from "../../workspace/lookStore.ts";
import { CheckRow, ShowSection } from "../../workspace/ShowSection.tsx";
import styles from "./Canvas.module.css";
import { DASHES, signOf } from "./linkStyle.ts";
import type { Stage } from "./stage.ts";

export function ShowMenu({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation();
  const kinds = useLook((state) => state.kinds);
  const showKind = useLook((state) => state.showKind);
  const counts = useMemo(() => stage.scene.kindCounts(), [stage]);
  return (
    <ShowSection title={t("look.panel.links")}>
      <p className={styles.showHint}>{t("canvas.showHint")}</p>
      {LINK_KINDS.filter((kind) => counts.has(kind)).map((kind) => (
        <CheckRow
          key={kind}
          label={t(`canvas.kind.${kind}`)}
          on={kinds.has(kind)}
          count={counts.get(kind) ?? 0}
          sample={<LineSample kind={kind} />}
          onToggle={() => showKind(kind, !kinds.has(kind))}
        />
      ))}
    </ShowSection>
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
