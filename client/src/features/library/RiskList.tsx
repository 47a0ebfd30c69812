/** Every risk with all that is known of it, the highest score first: a table, or entries on a phone. */
import type { PlacedRisk } from "@trellis/shared/derive/riskGrid";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { CardNames } from "./CardNames.tsx";
import { Fact, Facts } from "./Facts.tsx";
import { GradeSelect } from "./GradeSelect.tsx";
import styles from "./Library.module.css";
import { ShownFirst } from "./ShownFirst.tsx";
import { sameRow } from "./sameRisk.ts";

interface RiskListProps {
  readonly risks: readonly PlacedRisk[];
  readonly canEdit: boolean;
  readonly isPhone: boolean;
}
interface RiskRowProps {
  readonly risk: PlacedRisk;
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

export const RiskList = memo(function RiskList({ risks, canEdit, isPhone }: RiskListProps) {
  const { t } = useTranslation();
  if (isPhone)
    return (
      <ul className={styles.entries}>
        <ShownFirst items={risks}>
          {(risk) => <RiskEntry key={risk.card} risk={risk} canEdit={canEdit} />}
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
        {risks.map((risk) => (
          <RiskRow key={risk.card} risk={risk} canEdit={canEdit} />
        ))}
      </tbody>
    </WideTable>
  );
});

const RiskEntry = memo(function RiskEntry(row: RiskRowProps) {
  const { t } = useTranslation();
  return (
    <li className={styles.entry} data-listed={row.risk.card}>
      <RiskName risk={row.risk} />
      <Facts>
        {COLUMNS.map((column) => (
          <Fact
            key={column}
            name={t(`library.column.${column}`)}
            value={<RiskCell column={column} {...row} />}
          />
        ))}
      </Facts>
    </li>
  );
}, sameRow);

const RiskRow = memo(function RiskRow(row: RiskRowProps) {
  return (
    <tr data-listed={row.risk.card}>
      <th scope="row" className={styles.riskName}>
        <RiskName risk={row.risk} />
      </th>
      {COLUMNS.map((column) => (
        <td key={column}>
          <RiskCell column={column} {...row} />
        </td>
      ))}
    </tr>
  );
}, sameRow);

function RiskName({ risk: { card, kind } }: { readonly risk: PlacedRisk }) {
  const { t } = useTranslation();
  return (
    <>
      <CardButton card={card} />
      {kind !== null && kind !== "risk" && <span className={styles.under}>{t(`enum.riskKind.${kind}`)}</span>}
    </>
  );
}

interface RiskCellProps extends RiskRowProps {
  readonly column: (typeof COLUMNS)[number];
}

function RiskCell({ column, risk, canEdit }: RiskCellProps) {
  const { t } = useTranslation();
  const soft = (words: string) => <span className={view.soft}>{words}</span>;
  const cards = (ids: PlacedRisk["threatens"], none: string) =>
    ids.length === 0 ? soft(t(none)) : <CardNames cards={ids} />;
  switch (column) {
    case "likelihood":
    case "impact": {
      if (canEdit) return <GradeSelect card={risk.card} field={column} value={risk[column]} />;
      const grade = risk[column];
      return grade === null ? soft(t("words.notKnown")) : t(`library.risk.${column}s.${grade}`);
    }
    case "score":
      return risk.score === null ? soft(t("words.notKnown")) : <strong>{risk.score}</strong>;
    case "response":
      return risk.response === null ? soft(t("words.notKnown")) : t(`enum.riskResponse.${risk.response}`);
    case "threatens":
      return cards(risk.threatens, "library.risk.nothing");
    case "mitigatedBy":
      return cards(risk.mitigatedBy, "library.risk.nothing");
    case "owner":
      return cards(risk.owners, "library.risk.nobody");
    case "review": {
      const date = risk.reviewDate;
      if (!date) return soft(t("library.risk.noReview"));
      return risk.isReviewDue ? (
        <span className={view.warn}>{t("library.risk.reviewDue", { date: showDate(date) })}</span>
      ) : (
        showDate(date)
      );
    }
  }
}
