/** One indicator large: how it stands and why, its points with their sources, its rates, what is expected of projects. */
import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { type IndicatorReading, indicatorRates } from "@trellis/shared/derive/indicators";
import type { CardOf } from "@trellis/shared/schema/values";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { openAt } from "../../workspace/panelWish.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { Contributions } from "./Contributions.tsx";
import { DataJob } from "./DataJob.tsx";
import { EditPoints } from "./EditPoints.tsx";
import styles from "./Indicators.module.css";
import type { IndicatorsAddress } from "./indicatorsAddress.ts";
import { PathChart } from "./PathChart.tsx";
import { RateFigures } from "./RateFigures.tsx";
import { useOneCommands } from "./useIndicatorsCommands.ts";
import { Verdict } from "./Verdict.tsx";
import { FIELD_OF } from "./verdictWords.ts";

interface OneIndicatorProps {
  readonly reading: IndicatorReading;
  readonly address: IndicatorsAddress;
  readonly choose: (patch: Partial<IndicatorsAddress>) => void;
}

/** Typing and lists have an Escape of their own. */
const hasOwnEscape = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [role=listbox], [role=menu]") !== null;

export function OneIndicator({ reading, address, choose }: OneIndicatorProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const title = useRef<HTMLHeadingElement>(null);
  const card = useMap(({ cards }) => cards.get(reading.card)) as CardOf<"indicator"> | undefined;
  const rates = useAnswer(indicatorRates, `${reading.card} ${address.without.join(",")}`);
  const [looked, setLooked] = useState<string | null>(null);
  const back = useCallback(() => choose({ indicator: null }), [choose]);
  useOneCommands(back);
  useEffect(() => title.current?.focus(), []);
  const { missing } = reading.standing;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && !hasOwnEscape(event.target)) back();
  };
  if (!card) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the one key that means the same anywhere in it
    <div className={view.scroller} onKeyDown={onKeyDown} data-large={reading.card}>
      <div className={styles.one}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray.8"
          c="gray.8"
          leftSection={<IconArrowLeft size={16} stroke={1.7} />}
          onClick={back}
        >
          {t("indicators.back")}
        </Button>
        <h2 className={styles.name} ref={title} tabIndex={-1}>
          <CardButton card={reading.card} />
        </h2>
        <Measures reading={reading} />
        <Verdict reading={reading} />
        {missing !== null && canEdit && (
          <Button
            size="compact-sm"
            className={styles.mend ?? ""}
            onClick={() => openAt({ id: reading.card, type: "indicator" }, FIELD_OF[missing])}
          >
            {t(`indicators.add.${missing}`)}
          </Button>
        )}
        <PathChart {...{ card, reading, rates, looked, setLooked }} />
        {rates && <RateFigures {...{ reading, rates, address, choose }} />}
        {canEdit && <EditPoints card={card} />}
        <Contributions {...{ reading, address, choose }} />
        <DataJob card={reading.card} />
      </div>
    </div>
  );
}

function Measures({ reading: { measures } }: Pick<OneIndicatorProps, "reading">) {
  const { t } = useTranslation();
  if (measures.length === 0) return <p className={view.warn}>{t("indicators.measuresNothing")}</p>;
  return (
    <p className={styles.measures}>
      {t("indicators.measures")}{" "}
      {measures.map((card, index) => (
        <span key={card}>
          {index > 0 && ", "}
          <CardButton card={card} />
        </span>
      ))}
    </p>
  );
}
