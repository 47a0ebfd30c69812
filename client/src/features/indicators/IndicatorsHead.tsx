/** Above the small charts: which mission, challenge and kind, in which order, how many stand how, and all as a file. */
import { NativeSelect } from "@mantine/core";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import { tree } from "@trellis/shared/derive/parts";
import { ENUMS } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import view from "../../ui/View.module.css";
import { CsvButton } from "../../workspace/CsvButton.tsx";
import { useExportTable } from "../../workspace/exportTable.ts";
import { titleOf as cardTitle } from "../../workspace/lookWords.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import type { Choice } from "./chosen.ts";
import styles from "./Indicators.module.css";
import { type IndicatorsAddress, ORDERS } from "./indicatorsAddress.ts";
import { tableOf } from "./table.ts";
import { SIGNS } from "./verdictWords.ts";

export interface HeadProps extends Choice {
  readonly address: IndicatorsAddress;
  readonly choose: (patch: Partial<IndicatorsAddress>) => void;
  readonly readings: readonly IndicatorReading[];
  readonly titleOf: (card: CardId) => string;
}

export function IndicatorsHead(props: HeadProps) {
  const { address, choose, readings, shown, counts, titleOf } = props;
  const { t } = useTranslation();
  const exportTable = useExportTable();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <div className={view.head}>
        <CardSelect {...{ name: "mission", value: props.mission, choose, readings }} />
        <CardSelect {...{ name: "challenge", value: props.challenge, choose, readings }} />
        <Choices {...{ address, kind: props.kind, choose, readings }} />
        <span className={view.space} />
        <CsvButton
          table={t("indicators.label")}
          onSave={() => exportTable(t("indicators.label"), () => tableOf(t, shown, titleOf))}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend; the label names the group */}
      <div className={styles.counts} role="group" aria-label={t("indicators.byVerdict")}>
        <button
          type="button"
          className={view.chip}
          aria-pressed={address.verdict === null}
          onClick={() => choose({ verdict: null })}
        >
          {t("indicators.all", { count: total })}
        </button>
        {counts.map(({ verdict, count }) => (
          <button
            key={verdict}
            type="button"
            className={view.chip}
            aria-pressed={address.verdict === verdict}
            data-count={verdict}
            onClick={() => choose({ verdict: address.verdict === verdict ? null : verdict })}
          >
            <span aria-hidden="true">{SIGNS[verdict]} </span>
            {t("indicators.count", { count, verdict: t(`indicators.verdict.${verdict}`) })}
          </button>
        ))}
      </div>
    </>
  );
}

interface CardSelectProps extends Pick<HeadProps, "choose" | "readings"> {
  readonly name: "mission" | "challenge";
  readonly value: CardId | null;
}

/** Missions or challenges that have an indicator, in the order of the tree; nothing to choose among fewer than two. */
function CardSelect({ name, value, choose, readings }: CardSelectProps) {
  const { t } = useTranslation();
  const live = useLiveMap();
  const { all } = useAnswer(tree);
  const measured = new Set(readings.flatMap((one) => (name === "mission" ? one.missions : one.challenges)));
  const cards = all.filter((card) => measured.has(card));
  if (cards.length < 2 && value === null) return null;
  return (
    <NativeSelect
      size="xs"
      className={styles.select ?? ""}
      aria-label={t(`indicators.by.${name}`)}
      value={value ?? ""}
      onChange={(event) => choose({ [name]: (event.currentTarget.value || null) as CardId | null })}
      data={[
        { value: "", label: t(`indicators.every.${name}`) },
        ...cards.map((card) => ({ value: card as string, label: cardTitle(live.getSnapshot(), card, t) })),
      ]}
    />
  );
}

type ChoicesProps = Pick<HeadProps, "address" | "kind" | "choose" | "readings">;

function Choices({ address, kind: chosen, choose, readings }: ChoicesProps) {
  const { t } = useTranslation();
  const kinds = ENUMS.indicatorKind.filter((kind) => readings.some((one) => one.kind === kind));
  return (
    <>
      {(kinds.length > 1 || chosen !== null) && (
        <NativeSelect
          size="xs"
          className={styles.select ?? ""}
          aria-label={t("indicators.by.kind")}
          value={chosen ?? ""}
          onChange={(event) =>
            choose({ kind: ENUMS.indicatorKind.find((kind) => kind === event.currentTarget.value) ?? null })
          }
          data={[
            { value: "", label: t("indicators.every.kind") },
            ...kinds.map((kind) => ({ value: kind as string, label: t(`enum.indicatorKind.${kind}`) })),
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        className={styles.select ?? ""}
        aria-label={t("indicators.by.order")}
        value={address.order}
        onChange={(event) =>
          choose({ order: ORDERS.find((order) => order === event.currentTarget.value) ?? ORDERS[0] })
        }
        data={ORDERS.map((order) => ({ value: order as string, label: t(`indicators.order.${order}`) }))}
      />
    </>
  );
}
