/** Findings, results and ways to mend in words of the catalogue. Pure. */
import type { Finding, Mend } from "@trellis/shared/derive/health/check";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapSettings } from "@trellis/shared/schema/values";
import type { TFunction } from "i18next";
import { numberFormat } from "../../ui/numberFormat.ts";
import { lensWord, tagValueWord } from "../../workspace/lookWords.ts";
import { percent } from "../../workspace/moneyWords.ts";
import { showDate } from "../../workspace/showDate.ts";

const PLAIN = numberFormat({ maximumFractionDigits: 2 });
const COMPACT = { notation: "compact", maximumFractionDigits: 1 } as const;

function money(amount: number, currency: unknown): string {
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency))
    return numberFormat(COMPACT).format(amount);
  return numberFormat({ style: "currency", currency, ...COMPACT }).format(amount);
}

const SHARES: ReadonlySet<string> = new Set(["share", "coverage", "pace", "used"]);
const AMOUNTS: ReadonlySet<string> = new Set(["cost", "committed", "amount"]);
const DATES: ReadonlySet<string> = new Set(["day", "date", "start", "exhausted"]);
/** Years are written without a comma between thousands. */
const YEARS: ReadonlySet<string> = new Set(["startYear", "targetYear"]);

/** One value of a finding as it is read; null is "not known". */
function valueText(name: string, finding: Finding, settings: MapSettings, t: TFunction): string {
  const value = finding.values[name] ?? null;
  if (value === null) return t("health.notKnown");
  if (typeof value === "number") {
    if (SHARES.has(name)) return percent(value);
    if (AMOUNTS.has(name)) return money(value, finding.values.currency);
    return YEARS.has(name) ? String(value) : PLAIN.format(value);
  }
  if (DATES.has(name)) return showDate(value);
  switch (name) {
    case "function":
      return t(`enum.function.${value}`);
    case "level":
      return t(`enum.level.${value}`);
    case "class":
      return t(`enum.stakeholderClass.${value}`).toLocaleLowerCase();
    case "field":
      return t(`field.${value}`).toLocaleLowerCase();
    case "lens":
      return lensWord(settings, value, t);
    case "value":
      return tagValueWord(String(finding.values.lens), value, t);
    case "status":
      return t(`health.status.${value}`);
    case "look":
      return t(`health.look.${value}`);
    case "missing":
      return t(`health.missing.${value}`);
    default:
      return value;
  }
}

/** A year is no day: something is due in it, not on it. */
const isDay = (value: unknown): boolean => typeof value === "string" && value.length === 10;

/** A budget has no pace: it says how much is used and when it will be gone. A cap has nothing but its verdict. */
const keyOf = ({ code, values }: Finding): string => {
  if (code === "decision_late" && isDay(values.date)) return "decision_late_day";
  if (code === "few_home_projects" && values.helping !== 0) return "helped_home_projects";
  if (code !== "behind_path" || values.pace !== null) return code;
  return values.used === null ? "off_path" : "behind_budget";
};

/** The sentence of a finding, without the card it is about. */
export const findingText = (finding: Finding, settings: MapSettings, t: TFunction): string =>
  t(`health.finding.${keyOf(finding)}`, {
    ...Object.fromEntries(
      Object.keys(finding.values).map((name) => [name, valueText(name, finding, settings, t)]),
    ),
    ...countOf(finding),
  });

/** What decides between "has" and "have"; a sentence whose number is not of things needs none. */
function countOf({ values }: Finding): { readonly count?: number } {
  const count = values.raters;
  return typeof count === "number" ? { count } : {};
}

/** What pressing the button of a finding does. */
export function mendText(mend: Mend, settings: MapSettings, t: TFunction): string {
  switch (mend.kind) {
    case "field":
      return t("health.mend.field", { field: t(`field.${mend.field}`).toLocaleLowerCase() });
    case "linkField":
      return t("health.mend.linkField", { field: t(`field.${mend.field}`).toLocaleLowerCase() });
    case "card":
      return t("health.mend.card", { type: t(`cardType.${mend.type}`).toLocaleLowerCase() });
    case "link":
      return mend.role
        ? t(`health.mend.role.${mend.role}`)
        : t("health.mend.link", {
            link: t(`linkType.${mend.type}.${mend.end === "to" ? "in" : "out"}`).toLocaleLowerCase(),
          });
    case "rate":
    case "endRole":
    case "open":
      return t(`health.mend.${mend.kind}`);
    case "view":
      return t(`health.mend.view.${mend.view}`);
    case "review":
      return t("health.mend.review");
    case "lens":
      return t("health.mend.lens", { lens: lensWord(settings, mend.lens, t) });
  }
}

/** A card by its title; a card without one by its type. */
export function cardTitle({ cards }: Pick<MapSnapshot, "cards">, id: CardId, t: TFunction): string {
  const card = cards.get(id);
  if (!card) return t("health.gone");
  return card.title || t("health.untitled", { type: t(`cardType.${card.type}`).toLocaleLowerCase() });
}
