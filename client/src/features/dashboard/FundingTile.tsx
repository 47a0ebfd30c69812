/** How much of what a mission costs is committed, what of it is not known, and the way to the view of it. */
import { fundingFigures } from "@trellis/shared/derive/money/figures";
import { type CardMoney, moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { howKnown, isNothing } from "@trellis/shared/derive/money/sums";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Tile } from "../../ui/Tile.tsx";
import view from "../../ui/View.module.css";
import { exact, percent, short } from "../../workspace/moneyWords.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import styles from "./Dashboard.module.css";

export function FundingTile({ mission }: { readonly mission: CardId }) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const { total } = useAnswer(moneyTree, mission);
  const { currency } = useAnswer(fundingFigures, mission);
  const { committed, projects, withoutCost } = total;
  return (
    <Tile title={t("dashboard.funding.title")}>
      <p className={styles.line}>
        <Committed total={total} currency={currency} />
      </p>
      {committed.others.map((other) => (
        <p key={other.currency} className={view.soft}>
          {t("dashboard.funding.notConverted", { amount: exact(other.amount, other.currency) })}
        </p>
      ))}
      {committed.notKnown > 0 && (
        <p className={view.warn}>{t("words.amountsNotKnown", { count: committed.notKnown })}</p>
      )}
      {withoutCost > 0 && (
        <p className={view.warn}>{t("dashboard.funding.withoutCost", { count: withoutCost, projects })}</p>
      )}
      <p className={styles.line}>
        <Link
          className={styles.link ?? ""}
          to={{ pathname: `/maps/${mapId}/funding`, search: `mission=${mission}` }}
        >
          {t("dashboard.funding.see")}
        </Link>
      </p>
    </Tile>
  );
}

/** How the sentence ends on which key, by how much of what is committed is known. */
const KNOWN = { all: "", some: "Open", none: "NotKnown" } as const;

/** What is committed against the cost it is meant for: money on work without a cost covers nothing else. */
function Committed({ total, currency }: { readonly total: CardMoney; readonly currency: string | null }) {
  const { t } = useTranslation();
  const { committed, cover, from, why } = total;
  if (cover)
    return t(`dashboard.funding.${from === "own" ? "of" : "ofParts"}${KNOWN[howKnown(cover.committed)]}`, {
      amount: short(cover.committed.amount, cover.currency),
      cost: short(cover.cost, cover.currency),
      share: percent(cover.coverage),
    });
  // A cost that is written down and covers nothing is not the same as none.
  const said = why !== null && why !== "no_cost" ? t(`words.noCover.${why}`) : null;
  if (isNothing(committed))
    return said === null ? t("dashboard.funding.none") : t("dashboard.funding.noneCommitted", { why: said });
  if (committed.amount > 0 && said !== null)
    return t("dashboard.funding.noCover", { amount: short(committed.amount, currency), why: said });
  return committed.amount > 0
    ? t("dashboard.funding.noCost", { amount: short(committed.amount, currency) })
    : t("dashboard.funding.nothingKnown");
}
