/** Every risk with all that is known of it, the highest score first: a table, or entries on a phone. */
import type { PlacedRisk } from "@trellis/shared/derive/riskGrid";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { CardNames } from "./CardNames.tsx";
import { Fact, Facts } from "./Facts.tsx";
import { GradeSelect } from "./GradeSelect.tsx";
import styles from "./Library.module.css";
import { cardOf } from "./libraryWords.ts";
import { ShownFirst } from "./ShownFirst.tsx";

interface RiskListProps {
  readonly risks: readonly PlacedRisk[];
  readonly snapshot: MapSnapshot;
  readonly canEdit: boolean;
}

const COLUMNS = [
  "likelihood",
  "impact",
  "score",
  "response",
  "threatens",
  "mitigatedBy",
  "owner",
  "review",
] as const;

export function RiskList({ isPhone, ...list }: RiskListProps & { readonly isPhone: boolean }) {
  const { t } = useTranslation();
  if (isPhone)
    return (
      <ul className={styles.entries}>
        <ShownFirst items={list.risks}>
          {(risk) => (
            <li key={risk.card} className={styles.entry} data-listed={risk.card}>
              <RiskName risk={risk} />
              <Facts>
                {COLUMNS.map((column) => (
                  <Fact
                    key={column}
                    name={t(`library.column.${column}`)}
                    value={<RiskCell column={column} risk={risk} {...list} />}
                  />
                ))}
              </Facts>
            </li>
          )}
        </ShownFirst>
      </ul>
    );
  return (
    <WideTable caption={t("library.risk.tableCaption")}>
      <thead>
        <tr>
          <th scope="col">{t("cardType.risk")}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`library.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.risks.map((risk) => (
          <tr key={risk.card} data-listed={risk.card}>
            <th scope="row" className={styles.riskName}>
              <RiskName risk={risk} />
            </th>
            {COLUMNS.map((column) => (
              <td key={column}>
                <RiskCell column={column} risk={risk} {...list} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function RiskName({ risk: { card, kind } }: { readonly risk: PlacedRisk }) {
  const { t } = useTranslation();
  return (
    <>
      <CardButton card={card} />
      {kind !== null && kind !== "risk" && <span className={styles.under}>{t(`enum.riskKind.${kind}`)}</span>}
    </>
  );
}

interface RiskCellProps extends Omit<RiskListProps, "risks"> {
  readonly column: (typeof COLUMNS)[number];
  readonly risk: PlacedRisk;
}

function RiskCell({ column, risk, snapshot, canEdit }: RiskCellProps) {
  const { t } = useTranslation();
  const soft = (words: string) => <span className={view.soft}>{words}</span>;
  const cards = (ids: PlacedRisk["threatens"], none: string) =>
    ids.length === 0 ? soft(t(none)) : <CardNames cards={ids} />;
  switch (column) {
    case "likelihood":
    case "impact": {
      if (canEdit) return <GradeSelect risk={risk} field={column} snapshot={snapshot} />;
      const grade = risk[column];
      return grade === null ? soft(t("library.notKnown")) : t(`library.risk.${column}s.${grade}`);
    }
    case "score":
      return risk.score === null ? soft(t("library.notKnown")) : <strong>{risk.score}</strong>;
    case "response":
      return risk.response === null ? soft(t("library.notKnown")) : t(`enum.riskResponse.${risk.response}`);
    case "threatens":
      return cards(risk.threatens, "library.risk.nothing");
    case "mitigatedBy":
      return cards(risk.mitigatedBy, "library.risk.nothing");
    case "owner":
      return cards(risk.owners, "library.risk.nobody");
    case "review": {
      const date = cardOf(snapshot, risk.card, "risk")?.reviewDate;
      if (!date) return soft(t("library.risk.noReview"));
      return risk.isReviewDue ? (
        <span className={view.warn}>{t("library.risk.reviewDue", { date: showDate(date) })}</span>
      ) : (
        showDate(date)
      );
    }
  }
}
