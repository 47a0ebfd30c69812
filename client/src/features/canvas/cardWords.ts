/** A card's face in words of the catalogue. */
import type { TFunction } from "i18next";
import { numberFormat } from "../../ui/numberFormat.ts";
import type { CardStatus } from "../../workspace/cardStatus.ts";
import type { CardFace, Remark } from "./cardFace.ts";

const shownTitle = (face: CardFace, t: TFunction): string =>
  face.title === ""
    ? t("canvas.untitled", { type: t(`cardType.${face.type}`).toLocaleLowerCase() })
    : face.title;

const statusText = (status: CardStatus, t: TFunction): string => t(`enum.${status.list}.${status.value}`);

const NUMBER = numberFormat({ maximumFractionDigits: 1 });
const SHORT = numberFormat({ notation: "compact", maximumSignificantDigits: 3 });

function remarkText({ key, values }: Remark, t: TFunction): string {
  const { value, currency } = values;
  if (key === "total" && typeof value === "number")
    return t("canvas.remark.total", { value: money(value, String(currency)) });
  return t(
    `canvas.remark.${key}`,
    typeof value === "number" ? { ...values, value: NUMBER.format(value) } : values,
  );
}

/** £58m rather than 58,000,000: a card has room for no more. */
function money(amount: number, currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return SHORT.format(amount).toLocaleLowerCase();
  return numberFormat({
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    notation: "compact",
    maximumSignificantDigits: 3,
  })
    .format(amount)
    .toLocaleLowerCase();
}

/** What a screen reader says for a card: "Project, retrofitGM task force, in delivery, city-region". */
export function cardName(face: CardFace, t: TFunction): string {
  const parts = [
    t(`cardType.${face.type}`),
    shownTitle(face, t),
    ...(face.placeholder ? [t("canvas.placeholder")] : []),
    ...(face.status ? [statusText(face.status, t)] : []),
    ...face.remarks.map((remark) => remarkText(remark, t)),
    ...(face.level ? [t(`enum.level.${face.level}`)] : []),
    ...(face.lens ? [face.lens.words] : []),
    ...(face.path ? [t("canvas.measured", { verdict: t(`canvas.verdict.${face.path.verdict}`) })] : []),
    ...(face.findings > 0 ? [findingsText(face, t)] : []),
  ];
  return parts.join(", ");
}

const findingsText = ({ findings }: CardFace, t: TFunction): string =>
  findings > 0 ? t("look.findings", { count: findings }) : "";

/** Everything a card says in the page. */
export interface CardWords {
  readonly title: string;
  readonly name: string;
  /** The kind of card, above the titles of those that head the map. */
  readonly eyebrow: string | null;
  /** The status, or that the card is a prompt. */
  readonly second: string | null;
  readonly remarks: string;
  /** How many findings of the health check it has; empty when none. */
  readonly findings: string;
}

export function wordsOf(face: CardFace, t: TFunction): CardWords {
  const heads = face.type === "mission" || face.type === "grand_challenge";
  const status = face.status && face.type !== "challenge" ? statusText(face.status, t) : null;
  return {
    title: shownTitle(face, t),
    name: cardName(face, t),
    eyebrow: heads ? t(`cardType.${face.type}`) : null,
    second: face.placeholder ? t("canvas.placeholder") : status,
    findings: findingsText(face, t),
    remarks: face.placeholder ? "" : face.remarks.map((remark) => remarkText(remark, t)).join(", "),
  };
}
