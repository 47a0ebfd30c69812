/** Projects by challenge and maturity: where a mission only scales what it knows, and where nothing is tried. */
import { Button } from "@mantine/core";
import { type Maturity, type PortfolioRow, portfolio } from "@trellis/shared/derive/portfolio";
import type { CardId } from "@trellis/shared/schema/ids";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyView } from "../../ui/EmptyView.tsx";
import { usePhone } from "../../ui/usePhone.ts";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { useFirstCard } from "../../workspace/useFirstCard.ts";
import { CardNames } from "./CardNames.tsx";
import { Fact, Facts } from "./Facts.tsx";
import styles from "./Library.module.css";
import { columnsOf, gapOf, type PortfolioGap } from "./portfolioGaps.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

export function PortfolioPart({ model }: { readonly model: LibraryModel }) {
  const isPhone = usePhone();
  const rows = model.ask(portfolio);
  if (rows.length === 0) return <EmptyPortfolio canEdit={model.canEdit} />;
  return (
    <div className={styles.risks}>
      <Summary rows={rows} canEdit={model.canEdit} />
      {isPhone ? <PhonePortfolio rows={rows} /> : <PortfolioTable rows={rows} />}
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly PortfolioRow[];
}

const Summary = memo(function Summary({ rows, canEdit }: RowsProps & { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const challenges = rows.filter(({ challenge }) => challenge !== null);
  const of = (gap: PortfolioGap) => challenges.filter((row) => gapOf(row) === gap).length;
  if (challenges.length === 0)
    return (
      <div className={styles.noChallenges}>
        <p className={view.lead}>{t("library.portfolio.noChallenges")}</p>
        {canEdit && <AddChallenge />}
      </div>
    );
  const said = (["nothing", "notTried", "notKnown"] as const).filter((gap) => of(gap) > 0);
  return (
    <p className={view.lead}>
      {said.length === 0
        ? t("library.portfolio.noGaps")
        : said.map((gap) => t(`library.portfolio.summary.${gap}`, { count: of(gap) })).join(" ")}
    </p>
  );
});

const columnName = (t: (key: string) => string, column: Maturity | null): string =>
  t(column === null ? "library.portfolio.notKnown" : `enum.maturity.${column}`);

const PortfolioTable = memo(function PortfolioTable({ rows }: RowsProps) {
  const { t } = useTranslation();
  const columns = columnsOf(rows);
  const totals = columns.map((column) =>
    rows.reduce((sum, { projects }) => sum + (projects.get(column)?.length ?? 0), 0),
  );
  return (
    <WideTable caption={t("library.portfolio.caption")}>
      <thead>
        <tr>
          <th scope="col">{t("cardType.challenge")}</th>
          {columns.map((column, index) => (
            <th key={column ?? ""} scope="col">
              {columnName(t, column)} <span className={view.soft}>{totals[index]}</span>
            </th>
          ))}
          <th scope="col">{t("library.portfolio.helping")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.challenge ?? ""} data-portfolio={row.challenge ?? "none"}>
            <th scope="row" className={styles.riskName}>
              <RowName row={row} />
            </th>
            {columns.map((column) => (
              <td
                key={column ?? ""}
                className={styles.portfolioCell}
                data-empty={(row.projects.get(column) ?? []).length === 0 || undefined}
              >
                <Projects cards={row.projects.get(column) ?? []} />
              </td>
            ))}
            <td className={styles.portfolioCell}>
              {row.helping.length > 0 && <CardNames cards={row.helping} />}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
});

function RowName({ row }: { readonly row: PortfolioRow }) {
  const { t } = useTranslation();
  if (row.challenge === null) return <>{t("library.portfolio.noChallenge")}</>;
  const gap = gapOf(row);
  return (
    <>
      <CardButton card={row.challenge} />
      {gap !== null && (
        <span className={gap === "notKnown" ? styles.under : styles.gap}>
          {t(`library.portfolio.gaps.${gap}`)}
        </span>
      )}
    </>
  );
}

function Projects({ cards }: { readonly cards: readonly CardId[] }) {
  const { t } = useTranslation();
  if (cards.length === 0)
    return (
      <span className={styles.noProject}>
        <span aria-hidden="true">–</span>
        <span className="unseen">{t("library.portfolio.none")}</span>
      </span>
    );
  return (
    <span className={styles.projects}>
      <strong>{cards.length}</strong>
      <CardNames cards={cards} />
    </span>
  );
}

const PhonePortfolio = memo(function PhonePortfolio({ rows }: RowsProps) {
  const { t } = useTranslation();
  const columns = columnsOf(rows);
  return (
    <ul className={styles.entries}>
      {rows.map((row) => (
        <li key={row.challenge ?? ""} className={styles.entry} data-portfolio={row.challenge ?? "none"}>
          <h2 className={styles.entryTitle}>
            <RowName row={row} />
          </h2>
          <Facts>
            {columns.map((column) => (
              <Fact
                key={column ?? ""}
                name={columnName(t, column)}
                value={<Projects cards={row.projects.get(column) ?? []} />}
              />
            ))}
            {row.helping.length > 0 && (
              <Fact name={t("library.portfolio.helping")} value={<CardNames cards={row.helping} />} />
            )}
          </Facts>
        </li>
      ))}
    </ul>
  );
});

function AddChallenge() {
  const { t } = useTranslation();
  const begin = useFirstCard();
  return (
    <Button size="compact-md" onClick={() => begin("challenge")}>
      {t("library.addChallenge")}
    </Button>
  );
}

function EmptyPortfolio({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyView
      title={t("library.empty.portfolio")}
      next={t(canEdit ? "library.emptyNext.portfolio" : "library.emptyRead")}
    >
      {canEdit && <AddChallenge />}
    </EmptyView>
  );
}
