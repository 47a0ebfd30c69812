/** What each year has to bring, what the last years brought, and when it would arrive; each with how it is worked out. */
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import type { Rates } from "@trellis/shared/derive/rates";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { percent } from "../../workspace/moneyWords.ts";
import { asEntered, monthOf, percentage, perYear, stepWithUnit, withUnit } from "./figures.ts";
import styles from "./Indicators.module.css";
import type { IndicatorsAddress } from "./indicatorsAddress.ts";

interface RateFiguresProps {
  readonly reading: IndicatorReading;
  readonly rates: Rates;
  readonly address: IndicatorsAddress;
  readonly choose: (patch: Partial<IndicatorsAddress>) => void;
}

/** Years that can be left out: the newest. */
const YEARS_SHOWN = 8;

export function RateFigures({ reading, rates, address, choose }: RateFiguresProps) {
  const { t } = useTranslation();
  const figures = figuresOf(t, reading, rates);
  const years = rates.years.slice(-YEARS_SHOWN);
  const toggle = (year: number) => {
    const isOut = address.without.includes(year);
    const without = isOut ? address.without.filter((one) => one !== year) : [...address.without, year];
    choose({ without: without.sort((one, other) => one - other) });
  };
  return (
    <section className={view.section} aria-label={t("indicators.rates.title")}>
      <h3 className={view.sectionTitle}>{t("indicators.rates.title")}</h3>
      <dl className={styles.figures}>
        {figures.map(({ key, value, how }) => (
          <div key={key} className={styles.figureBox} data-figure={key}>
            <dt>{t(`indicators.rates.${key}`)}</dt>
            <dd>
              <strong>{value}</strong>
              {how !== null && <span className={styles.how}>{how}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {years.length > 0 && reading.path !== "budget" && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend; the label names the group
        <div className={styles.years} role="group" aria-label={t("indicators.rates.years")}>
          <span className={view.soft}>{t("indicators.rates.years")}</span>
          {years.map((year) => (
            <button
              key={year}
              type="button"
              className={view.chip}
              aria-pressed={address.without.includes(year)}
              data-year={year}
              onClick={() => toggle(year)}
            >
              {year}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

interface Figure {
  readonly key: string;
  readonly value: string;
  readonly how: string | null;
}

const signed = (t: TFunction, value: number, size: string): string =>
  t(value < 0 ? "indicators.rates.less" : "indicators.rates.more", { size });

function changeWords(
  t: TFunction,
  change: { readonly linear: number | null; readonly compound: number | null },
  unit: string | null,
): string {
  // A share of a share: which of the two per cents are meant has to be said.
  const isShare = unit?.startsWith("%") === true;
  const each = signed(t, change.compound ?? 0, percentage(Math.abs(change.compound ?? 0)));
  const said = [
    ...(change.linear === null
      ? []
      : [signed(t, change.linear, stepWithUnit(t, perYear(Math.abs(change.linear)), unit))]),
    ...(change.compound === null ? [] : [isShare ? t("indicators.rates.ofBefore", { size: each }) : each]),
  ];
  return said.length === 0 ? t("indicators.rates.unknown") : said.join(t("indicators.rates.or"));
}

function figuresOf(t: TFunction, reading: IndicatorReading, rates: Rates): Figure[] {
  return reading.path === "budget" ? budgetFigures(t, reading) : pathFigures(t, reading, rates);
}

function budgetFigures(t: TFunction, { standing, unit, targets }: IndicatorReading): Figure[] {
  const { used, runRate, allowed, exhausted, actual } = standing;
  const cap = targets.at(-1);
  if (typeof used !== "number" || !actual || !cap) return [];
  const each = (value: number) => withUnit(perYear(value), unit);
  return [
    {
      key: "used",
      value: percent(used),
      how: t("indicators.rates.usedHow", {
        value: asEntered(actual.value),
        cap: withUnit(asEntered(cap.value), unit),
      }),
    },
    ...(typeof runRate === "number"
      ? [{ key: "runRate", value: each(runRate), how: t("indicators.rates.runRateHow") }]
      : []),
    ...(typeof allowed === "number"
      ? [{ key: "allowed", value: each(allowed), how: t("indicators.rates.allowedHow") }]
      : []),
    {
      key: "exhausted",
      value: exhausted ? monthOf({ day: Date.parse(exhausted) }) : t("indicators.rates.never"),
      how: t("indicators.rates.exhaustedHow"),
    },
  ];
}

function pathFigures(t: TFunction, { unit, standing }: IndicatorReading, rates: Rates): Figure[] {
  const { required, noRequired, recent, arrival } = rates;
  if (noRequired === "not_a_change") return [];
  const arrives =
    arrival === null
      ? t("indicators.rates.unknown")
      : arrival.year === null
        ? t("indicators.rates.never")
        : t("indicators.rates.about", { year: arrival.year });
  return [
    {
      key: "required",
      value: required ? changeWords(t, required, unit) : t(`indicators.rates.no.${noRequired ?? "target"}`),
      how:
        required && standing.actual
          ? t("indicators.rates.requiredHow", {
              from: monthOf(standing.actual),
              to: monthOf(required.target),
            })
          : null,
    },
    {
      key: "recent",
      value: recent ? changeWords(t, recent, unit) : t("indicators.rates.unknown"),
      how: recent
        ? t("indicators.rates.recentHow", { from: recent.years[0], to: recent.years.at(-1) })
        : t("indicators.rates.tooFew"),
    },
    {
      key: "arrival",
      value: noRequired === "reached" ? t("indicators.rates.no.reached") : arrives,
      how: arrival ? t(`indicators.rates.arrivalHow.${arrival.shape}`) : null,
    },
  ];
}
