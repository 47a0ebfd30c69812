/** A moment as people say it ("3 hours ago"), with the exact time behind it. */
import { useTranslation } from "react-i18next";

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
];
const LOCALE = "en-GB";
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" });
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });

function ago(seconds: number): string | null {
  for (const [unit, length] of STEPS) {
    if (seconds >= length) return relative.format(-Math.floor(seconds / length), unit);
  }
  return null;
}

/** `at` is an ISO time; `label` is said before it. */
export function WhenText({ label, at }: { readonly label: string; readonly at: string }) {
  const { t } = useTranslation();
  const time = new Date(at);
  const said = ago((Date.now() - time.getTime()) / 1000) ?? t("app.justNow");
  return (
    <time dateTime={at} title={exact.format(time)}>
      {label} {said}
    </time>
  );
}
