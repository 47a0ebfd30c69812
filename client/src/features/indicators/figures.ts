/** Figures as this view writes them. Pure: what is not known never comes here. */

import type { Reached } from "@trellis/shared/derive/readings";
import { isoDay } from "@trellis/shared/schema/days";
import { showDate } from "../../workspace/showDate.ts";
import { formatNumber } from "../../workspace/values/numbers.ts";

const GROUPED_FROM = 1_000;
const rounded = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 5 });
const rate = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const share = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3, style: "percent" });

/** As it was entered: every digit counts. */
export const asEntered = (value: number): string => formatNumber(value, GROUPED_FROM);
/** Worked out: five digits say enough. */
export const workedOut = (value: number): string => rounded.format(value);
/** A rate: four digits say enough. */
export const perYear = (value: number): string => rate.format(value);
const NEARLY_ALL = 0.9995;
/** A rate of change: three digits say enough, but what is not all of it is never rounded up to it. */
export const percentage = (value: number): string =>
  value >= NEARLY_ALL && value < 1 ? `${share.format(0.999)}+` : share.format(value);

/** "9,250.7 kt CO2", "46%". */
export const withUnit = (value: string, unit: string | null): string =>
  unit === null ? value : unit.startsWith("%") ? `${value}${unit}` : `${value} ${unit}`;

/** The month of a day: a year that counts as its last day reads Dec 2020. */
export const monthOf = ({ day }: Pick<Reached, "day">): string => showDate(isoDay(day).slice(0, 7));
