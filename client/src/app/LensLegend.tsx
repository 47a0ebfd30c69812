/** Above a view whose cards are coloured by a lens: what each sign means, how many cards wear it, and the way back. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LensBadge } from "../workspace/LensBadge.tsx";
import { useLensMarks } from "../workspace/lensMarkStore.ts";
import { lookStore } from "../workspace/lookStore.ts";
import styles from "./LookBanner.module.css";

export function LensLegend() {
  const { t } = useTranslation();
  const { lens, legend } = useLensMarks((state) => state);
  if (lens === "") return null;
  return (
    <section className={styles.banner} aria-label={t("look.colour.legend", { lens })} data-lens-legend>
      <div className={styles.row}>
        <span>{t("look.colour.by", { lens })}</span>
        {legend.length === 0 ? (
          <span className={styles.legend}>{t("look.colour.none")}</span>
        ) : (
          <ul className={styles.legend}>
            {legend.map(({ sign, label, count }) => (
              <li key={label}>
                <LensBadge mark={sign} />
                {label} <span className={styles.tie}>{count}</span>
              </li>
            ))}
          </ul>
        )}
        <Button
          className={styles.clear ?? ""}
          size="compact-sm"
          variant="default"
          onClick={() => lookStore.getState().colourBy(null)}
        >
          {t("look.colour.end")}
        </Button>
      </div>
    </section>
  );
}
