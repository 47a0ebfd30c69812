/**
 * Are we on track: every indicator of the map as a small chart, worst first, or one of them large with its rates, its
 * points and what projects are expected to bring. Everything in it is worked out of the map.
 */
import { Button } from "@mantine/core";
import { indicators } from "@trellis/shared/derive/indicators";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { EmptyView } from "../../ui/EmptyView.tsx";
import view from "../../ui/View.module.css";
import { useAddress } from "../../workspace/useAddress.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { useFirstCard } from "../../workspace/useFirstCard.ts";
import { chosenOf } from "./chosen.ts";
import styles from "./Indicators.module.css";
import { IndicatorsHead } from "./IndicatorsHead.tsx";
import { IndicatorTile } from "./IndicatorTile.tsx";
import { readIndicators, writeIndicators } from "./indicatorsAddress.ts";
import { OneIndicator } from "./OneIndicator.tsx";
import { useIndicatorsCommands } from "./useIndicatorsCommands.ts";

/** Titles of indicators by id; the same map as long as none changed. */
const titlesIn = ({ cards }: MapSnapshot): ReadonlyMap<CardId, string> =>
  new Map([...cards.values()].filter(({ type }) => type === "indicator").map(({ id, title }) => [id, title]));
const sameTitles = (one: ReadonlyMap<CardId, string>, other: ReadonlyMap<CardId, string>): boolean =>
  one.size === other.size && [...one].every(([id, title]) => other.get(id) === title);

export function Indicators() {
  const { t } = useTranslation();
  const [address, choose] = useAddress(readIndicators, writeIndicators);
  const readings = useAnswer(indicators);
  const large = readings.find(({ card }) => card === address.indicator);
  return (
    <section className={view.view} aria-label={t("indicators.label")}>
      {large ? (
        <OneIndicator reading={large} address={address} choose={choose} />
      ) : (
        <Many address={address} choose={choose} readings={readings} />
      )}
    </section>
  );
}

type ManyProps = Pick<Parameters<typeof OneIndicator>[0], "address" | "choose"> & {
  readonly readings: readonly Parameters<typeof OneIndicator>[0]["reading"][];
};

/** Which tile led away, so that coming back finds it again. */
let leftFrom: CardId | null = null;

function Many({ address, choose, readings }: ManyProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const begin = useFirstCard();
  const titles = useMap(titlesIn, sameTitles);
  const titleOf = useCallback((card: CardId) => titles.get(card) || t("indicators.untitled"), [titles, t]);
  const choice = useMemo(() => chosenOf(readings, address, titleOf), [readings, address, titleOf]);
  const { shown } = choice;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (leftFrom === null) return;
    const tile = list.current?.querySelector<HTMLElement>(`[data-open="${CSS.escape(leftFrom)}"]`);
    leftFrom = null;
    tile?.focus();
  }, []);
  const onOpen = useCallback(
    (card: CardId) => {
      leftFrom = card;
      choose({ indicator: card });
    },
    [choose],
  );
  useIndicatorsCommands({ address, choose, shown, titleOf });
  if (readings.length === 0)
    return (
      <EmptyView
        title={t("indicators.empty")}
        next={t(canEdit ? "indicators.emptyNext" : "indicators.emptyRead")}
      >
        {canEdit && <Button onClick={() => begin("indicator")}>{t("indicators.addFirst")}</Button>}
      </EmptyView>
    );
  return (
    <>
      <IndicatorsHead {...{ address, choose, readings, titleOf }} {...choice} />
      <div className={view.scroller} ref={list}>
        {shown.length === 0 ? (
          <p className={view.none} role="status">
            {t("indicators.noneFound")}
          </p>
        ) : (
          <div className={styles.many}>
            {shown.map((reading) => (
              <IndicatorTile
                key={reading.card}
                reading={reading}
                title={titleOf(reading.card)}
                canEdit={canEdit}
                onOpen={onOpen}
              />
            ))}
          </div>
        )}
      </div>
    </>
  );
}
