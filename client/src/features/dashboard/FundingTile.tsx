/** How much of what a mission costs is committed, what of it is not known, and the way to the view of it. */
import { fundingFigures } from "@trellis/shared/derive/money/figures";
import { moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { isNothing } from "@trellis/shared/derive/money/sums";
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
  const { committed, cover, projects, withoutCost } = total;
  const isKnown = committed.amount > 0;
  const amount = isKnown ? short(committed.amount, currency) : t("dashboard.funding.nothing");
  return (
    <Tile title={t("dashboard.funding.title")}>
      {isNothing(committed) && !cover ? (
        <p className={styles.line}>{t("dashboard.funding.none")}</p>
      ) : (
        <p className={styles.line} data-funding={cover ? "covered" : "open"}>
          <strong>
            {cover
              ? t("dashboard.funding.of", { amount, cost: short(cover.cost, cover.currency) })
              : t("dashboard.funding.committed", { amount })}
          </strong>{" "}
          {cover
            ? t("dashboard.funding.coverage", { share: percent(cover.coverage) })
            : t("dashboard.funding.noCoverage")}
        </p>
      )}
      {committed.others.map((other) => (
        <p key={other.currency} className={view.soft}>
          {t("dashboard.funding.notConverted", { amount: exact(other.amount, other.currency) })}
        </p>
      ))}
      {committed.notKnown > 0 && (
        <p className={view.warn}>{t("dashboard.funding.notKnown", { count: committed.notKnown })}</p>
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
