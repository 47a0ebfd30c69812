/** Where a dragged card would go: a line between rows, a frame around the one that would hold it, or that it cannot. */
import { useTranslation } from "react-i18next";
import styles from "./Outline.module.css";
import type { Drop } from "./rowDrag.ts";

export function DropMark({ drop, height }: { readonly drop: Drop | null; readonly height: number }) {
  const { t } = useTranslation();
  if (!drop) return null;
  const { zone, index, depth, isAllowed } = drop;
  const top = zone === "inside" ? index * height : (zone === "before" ? index : index + 1) * height - 1;
  return (
    <div
      className={styles.drop}
      data-zone={zone}
      data-allowed={isAllowed || undefined}
      style={{ top, height: zone === "inside" ? height : 2, "--depth": depth } as React.CSSProperties}
    >
      <span className={styles.dropWords}>
        {isAllowed ? (zone === "inside" ? t("outline.dropInside") : "") : t("outline.notHere")}
      </span>
    </div>
  );
}
