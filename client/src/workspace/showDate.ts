/** A stored date as it is read: 2020, Apr 2020, 30 Apr 2020. Never depends on where the reader is. */
import { isDate } from "@trellis/shared/schema/checkValue";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

export function showDate(date: string): string {
  if (!isDate(date)) return date;
  const [year, month, day] = date.split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}
