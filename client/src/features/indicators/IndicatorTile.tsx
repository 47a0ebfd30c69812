/** One of many: its name, its verdict with the shape of its path, a small chart; what is missing with a way to mend it. */
import { Button } from "@mantine/core";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import type { CardId } from "@trellis/shared/schema/ids";
import { memo, useId } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { openAt } from "../../workspace/panelWish.ts";
import { asEntered, monthOf, withUnit } from "./figures.ts";
import styles from "./Indicators.module.css";
import { SmallChart } from "./SmallChart.tsx";
import { Verdict } from "./Verdict.tsx";
import { FIELD_OF, verdictWords } from "./verdictWords.ts";

interface IndicatorTileProps {
  /** Keeps its identity while nothing about it changed, so that an edit draws only what it touched. */
  readonly reading: IndicatorReading;
  readonly title: string;
  readonly canEdit: boolean;
  readonly onOpen: (card: CardId) => void;
}

export const IndicatorTile = memo(function IndicatorTile(props: IndicatorTileProps) {
  const { reading, title, canEdit, onOpen } = props;
  const { t } = useTranslation();
  const id = useId();
  const { card, standing, unit } = reading;
  const { actual, missing } = standing;
  const target = reading.targets.at(-1);
  const hasChart = reading.actuals.length + reading.targets.length > 0;
  const values = [
    ...(actual
      ? [t("indicators.now", { value: withUnit(asEntered(actual.value), unit), date: monthOf(actual) })]
      : []),
    ...(target
      ? [t("indicators.aim", { value: withUnit(asEntered(target.value), unit), date: monthOf(target) })]
      : []),
  ];
  return (
    <article className={styles.tile} aria-labelledby={id} data-indicator={card}>
      <h2 className={styles.title} id={id}>
        <button type="button" className={view.card} dir="auto" data-open={card} onClick={() => onOpen(card)}>
          {title}
        </button>
      </h2>
      <Verdict reading={reading} />
      {missing !== null && canEdit && (
        <Button
          size="compact-xs"
          variant="default"
          className={styles.mend ?? ""}
          onClick={() => openAt({ id: card, type: "indicator" }, FIELD_OF[missing])}
        >
          {t(`indicators.add.${missing}`)}
        </Button>
      )}
      {hasChart && (
        <div className={styles.chart}>
          <SmallChart reading={reading} title={[title, verdictWords(t, reading), ...values].join(". ")} />
        </div>
      )}
      {values.length > 0 && <p className={styles.values}>{values.join(" · ")}</p>}
    </article>
  );
});
