/** The grid where there is no room for titles: how many risks stand in each cell, each a list to open. */
import type { RiskGrid } from "@trellis/shared/derive/riskGrid";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { CardMenu } from "../../workspace/CardMenu.tsx";
import styles from "./Library.module.css";
import { bandOf } from "./RiskGridTable.tsx";

export function PhoneGrid({ rows }: Pick<RiskGrid, "rows">) {
  const { t } = useTranslation();
  return (
    <table className={styles.grid} data-small>
      <caption className={view.legend}>{t("library.risk.captionPhone")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t("library.risk.axes")}</span>
          </th>
          {[1, 2, 3, 4, 5].map((impact) => (
            <th key={impact} scope="col">
              {impact}
              <span className="unseen"> {t(`library.risk.impacts.${impact}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]?.likelihood}>
            <th scope="row">
              {cells[0]?.likelihood}
              <span className="unseen"> {t(`library.risk.likelihoods.${cells[0]?.likelihood ?? 1}`)}</span>
            </th>
            {cells.map((cell) => (
              <td
                key={cell.impact}
                data-band={bandOf(cell.score)}
                data-cell={`${cell.likelihood}-${cell.impact}`}
              >
                {cell.risks.length > 0 && (
                  <CardMenu
                    cards={cell.risks.map(({ card }) => card)}
                    label={String(cell.risks.length)}
                    name={t("library.risk.cell", {
                      count: cell.risks.length,
                      likelihood: cell.likelihood,
                      impact: cell.impact,
                    })}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
