/** Sums and shares as every view writes them. Pure. */
import { numberFormat } from "../ui/numberFormat.ts";

const SHORT = { notation: "compact", maximumSignificantDigits: 3 } as const;
const EXACT = { maximumFractionDigits: 2, trailingZeroDisplay: "stripIfInteger" } as const;

/** From here on nobody counts digits: £9E99. */
const POWERS = { notation: "scientific", maximumSignificantDigits: 3 } as const;
const POWERS_FROM = 1e15;

function format(amount: number, currency: string | null, options: Intl.NumberFormatOptions): string {
  // A gap of nothing is nothing, not minus nothing.
  const value = amount === 0 ? 0 : amount;
  return numberFormat(currency === null ? options : { style: "currency", currency, ...options }).format(
    value,
  );
}

const sized = (amount: number, options: Intl.NumberFormatOptions): Intl.NumberFormatOptions =>
  Math.abs(amount) < POWERS_FROM ? options : POWERS;
/** Less is as short in full: £25.50. */
const SHORT_FROM = 1000;

/** £458m */
export const short = (amount: number, currency: string | null): string =>
  format(amount, currency, Math.abs(amount) < SHORT_FROM ? EXACT : sized(amount, SHORT));
/** £458,036,986 */
export const exact = (amount: number, currency: string | null): string =>
  format(amount, currency, sized(amount, EXACT));

const WHOLE = numberFormat({ style: "percent", maximumFractionDigits: 0 });
const FINE = numberFormat({
  style: "percent",
  minimumSignificantDigits: 2,
  maximumSignificantDigits: 2,
  trailingZeroDisplay: "stripIfInteger",
});
const TENTH = 0.1;
const NEARLY = 0.995;
const LEAST = 1e-8;
const HARDLY_MORE = 1.005;

/**
 * Every share that is printed: 0.70%, 4%, 28%, 100%. What falls just short of the whole or just beyond it is never
 * rounded to it, and what is something never to nothing.
 */
export function percent(share: number): string {
  if (share >= NEARLY && share < 1) return `${WHOLE.format(0.99)}+`;
  if (share > 1 && share < HARDLY_MORE) return `${WHOLE.format(1)}+`;
  // Hardly anything is something all the same.
  if (share !== 0 && Math.abs(share) < LEAST) return `<${FINE.format(LEAST)}`;
  return share !== 0 && Math.abs(share) < TENTH ? FINE.format(share) : WHOLE.format(share);
}
