/** What projects and instruments are expected to bring, stacked against the path, and what nothing explains. */
import { NativeSelect } from "@mantine/core";
import { type Contribution, type Wedge, wedge } from "@trellis/shared/derive/contributions";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import { isoDay } from "@trellis/shared/schema/days";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../document/useSaveState.ts";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { asEntered, decimalsOf, stepWithUnit, workedOut } from "./figures.ts";
import styles from "./Indicators.module.css";
import type { IndicatorsAddress } from "./indicatorsAddress.ts";
import { SourceText } from "./SourceText.tsx";
import { WedgeChart } from "./WedgeChart.tsx";
import { WriteOn } from "./WriteOn.tsx";

interface ContributionsProps {
  readonly reading: IndicatorReading;
  readonly address: IndicatorsAddress;
  readonly choose: (patch: Partial<IndicatorsAddress>) => void;
}

const SHARES = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90];

export function Contributions({ reading, address, choose }: ContributionsProps) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const found = useAnswer(wedge, `${reading.card} ${address.overlap}`);
  if (!found) return null;
  const { parts, missing } = found;
  const shares = SHARES.includes(address.overlap)
    ? SHARES
    : [...SHARES, address.overlap].sort((a, b) => a - b);
  return (
    <section className={view.section} aria-label={t("indicators.wedge.title")} data-wedge>
      <h3 className={view.sectionTitle}>{t("indicators.wedge.title")}</h3>
      <p className={view.lead}>{t(parts.length === 0 ? "indicators.wedge.none" : "indicators.wedge.lead")}</p>
      {missing !== null && parts.length > 0 && (
        <p className={view.lead}>{t(`indicators.wedge.missing.${missing}`)}</p>
      )}
      {parts.length > 0 && missing === null && (
        <>
          <NativeSelect
            className={styles.select ?? ""}
            size="xs"
            label={t("indicators.wedge.overlap")}
            description={t("indicators.wedge.overlapHow")}
            value={String(address.overlap)}
            onChange={(event) => choose({ overlap: Number(event.currentTarget.value) })}
            data={shares.map((share) => ({
              value: String(share),
              label: t("indicators.wedge.share", { share }),
            }))}
          />
          <Sum found={found} reading={reading} />
          <WedgeChart reading={reading} found={found} overlap={address.overlap} />
        </>
      )}
      {parts.length > 0 && <Parts parts={parts} unit={reading.unit} />}
      {canEdit && <WriteOn reading={reading} />}
    </section>
  );
}

/** "20 – 50 t"; with one end open "at least 20 t" or "up to 50 t". */
function between(
  t: TFunction,
  { low, high }: { readonly low: number | null; readonly high: number | null },
  write: (value: number) => string,
  unit: string | null,
): string {
  const said = (value: number) => stepWithUnit(t, write(value), unit);
  if (low === null)
    return high === null ? t("words.notKnown") : t("indicators.wedge.upTo", { amount: said(high) });
  if (high === null) return t("words.atLeast", { amount: said(low) });
  return stepWithUnit(t, low === high ? write(low) : `${write(low)} – ${write(high)}`, unit);
}

interface SumProps {
  readonly found: Wedge;
  readonly reading: IndicatorReading;
}

function Sum({ found, reading }: SumProps) {
  const { t } = useTranslation();
  const { unit } = reading;
  const write = (value: number) => workedOut(value, decimalsOf(reading));
  const { needed, explained, unexplained, counting, withoutLow, withoutHigh } = found;
  // While no low end is known nothing is certain: then it is said as at most.
  const low = withoutLow === counting ? null : (explained?.low ?? null);
  const notCounted = found.parts.filter(({ counted }) => counted !== "yes").length;
  const isMore = unexplained !== null && unexplained.high <= 0;
  return (
    <dl className={styles.figures}>
      <div className={styles.figureBox} data-figure="needed">
        <dt>{t("indicators.wedge.needed")}</dt>
        <dd>
          <strong>
            {needed === null ? t("indicators.rates.unknown") : stepWithUnit(t, write(needed), unit)}
          </strong>
        </dd>
      </div>
      <div className={styles.figureBox} data-figure="explained">
        <dt>{t("indicators.wedge.explained")}</dt>
        <dd>
          <strong>
            {explained
              ? between(t, { low, high: explained.high }, write, unit)
              : t("indicators.rates.unknown")}
          </strong>
          {withoutLow > 0 && (
            <span className={styles.how}>{t("indicators.wedge.withoutLow", { count: withoutLow })}</span>
          )}
          {withoutHigh > 0 && (
            <span className={styles.how}>{t("indicators.wedge.withoutHigh", { count: withoutHigh })}</span>
          )}
          {notCounted > 0 && (
            <span className={styles.how}>{t("indicators.wedge.notCounted", { count: notCounted })}</span>
          )}
        </dd>
      </div>
      <div className={styles.figureBox} data-figure="unexplained">
        <dt>{t("indicators.wedge.unexplained")}</dt>
        <dd>
          <strong>
            {unexplained === null
              ? t("indicators.rates.unknown")
              : isMore
                ? t("indicators.wedge.noGap")
                : between(
                    t,
                    {
                      low: unexplained.low === null ? null : Math.max(0, unexplained.low),
                      high: unexplained.high,
                    },
                    write,
                    unit,
                  )}
          </strong>
        </dd>
      </div>
    </dl>
  );
}

function Parts({ parts, unit }: { readonly parts: readonly Contribution[]; readonly unit: string | null }) {
  const { t } = useTranslation();
  return (
    <WideTable caption={t("indicators.wedge.caption")}>
      <thead>
        <tr>
          {["card", "amount", "from", "confidence", "source", "counted"].map((column) => (
            <th key={column} scope="col">
              {t(`indicators.wedge.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.card} ${part.record}`} data-counted={part.counted}>
            <th scope="row">
              <CardButton card={part.card} />
            </th>
            <td className={styles.number}>{between(t, part, asEntered, part.unit ?? unit)}</td>
            <td>{part.from === null ? t("indicators.points.unknown") : showDate(isoDay(part.from))}</td>
            <td>
              {part.confidence === null
                ? t("indicators.points.unknown")
                : t(`indicators.wedge.confidence.${part.confidence}`)}
            </td>
            <td>
              <SourceText source={part.source} />
            </td>
            <td className={part.counted === "yes" ? "" : styles.notCounted}>
              {t(`indicators.wedge.counted.${part.counted}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
