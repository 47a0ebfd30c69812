/** What each column says of a card, what it stands for read aloud, and where it leads. Pure. */
import type { MoneyRow } from "@trellis/shared/derive/money/moneyTree";
import type { TFunction } from "i18next";
import { coverageText, gapText } from "../../workspace/coverWords.ts";
import type { Column } from "./cardLines.ts";
import { costText, sumSaid, sumText, whyText } from "./fundingWords.ts";

export interface CardCell {
  readonly text: string;
  /** Where the text alone says too little. */
  readonly said: string;
  /** Something is wrong or missing here. */
  readonly isWarning: boolean;
  /** Nothing to tell of this card. */
  readonly isBlank: boolean;
}

const plain = (text: string, said = text, isWarning = false): CardCell => ({
  text,
  said,
  isWarning,
  isBlank: text === "–",
});

/** Follows from what another cell says is missing. */
const muted = (text: string, why: string): CardCell => ({
  text,
  said: `${text}: ${why}`,
  isWarning: false,
  isBlank: true,
});

export function cardCell(column: Column, row: MoneyRow, base: string | null, t: TFunction): CardCell {
  const { cover, why, committed, sought, withoutCost, projects, from } = row;
  // Below challenges and instruments without projects nothing has a cost, and nobody expects one.
  const expectsCost = projects > 0 || from !== null || (why !== null && why !== "no_cost");
  switch (column) {
    case "cost": {
      if (!expectsCost) return plain("–", t("funding.noneRecorded"));
      const text = costText(row, t);
      return plain(text, from === "below" ? `${text}, ${t("funding.costFrom.below")}` : text, cover === null);
    }
    case "committed":
    case "sought": {
      const sum = column === "committed" ? committed : sought;
      return plain(sumText(sum, base, t), sumSaid(sum, base, t));
    }
    case "coverage":
      if (cover) {
        const text = coverageText(cover, t) ?? t("words.notKnown");
        return plain(text, text, cover.coverage < 1 && !cover.isOpen);
      }
      return expectsCost
        ? muted(t("words.notKnown"), whyText(why ?? "no_cost", t))
        : plain("–", t("funding.noneRecorded"));
    case "gap": {
      if (!cover)
        return expectsCost
          ? muted(t("words.notKnown"), whyText(why ?? "no_cost", t))
          : plain("–", t("funding.noneRecorded"));
      const gap = gapText(cover, "short", t);
      if (gap === null) return plain(t("words.notKnown"));
      return plain(gap.isOver ? t("funding.overBy", { amount: gap.text }) : gap.text);
    }
    case "notKnown": {
      const amounts = committed.notKnown + sought.notKnown;
      const parts = [
        ...(amounts > 0 ? [t("funding.cell.amounts", { count: amounts })] : []),
        ...(withoutCost > 0 ? [t("funding.cell.costs", { count: withoutCost })] : []),
      ];
      return parts.length === 0 ? plain("–", t("funding.allKnown")) : plain(parts.join(", "));
    }
  }
}
