/** Money card by card, along the tree: a grid, or a list where there is no room for columns. */
import { moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { usePhone } from "../../ui/usePhone.ts";
import view from "../../ui/View.module.css";
import { useShownCards } from "../../workspace/useShownCards.ts";
import { CardGrid } from "./CardGrid.tsx";
import { cardLines, rowsShown } from "./cardLines.ts";
import styles from "./Funding.module.css";
import { PhoneCards } from "./PhoneCards.tsx";
import { SectionHead } from "./SectionHead.tsx";
import { cardRows } from "./tables.ts";
import type { FundingModel } from "./useFundingModel.ts";

export function CardsPart({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const { shown } = useShownCards("shown");
  const folded = useStore(model.store, (state) => state.folded);
  const { rows } = model.ask(moneyTree, model.scope);
  const { only } = model.address;
  const lines = useMemo(() => cardLines(rows, { only, folded, shown }), [rows, only, folded, shown]);
  return (
    <>
      <div className={styles.gridHead}>
        <SectionHead
          id="funding-cards"
          title={t("funding.cards.title")}
          rows={() => cardRows(model, rowsShown(rows, { only, shown }), t)}
        />
        <p className={view.soft}>{t("funding.cards.lead")}</p>
      </div>
      {lines.length === 0 ? (
        <p className={view.none} role="status">
          {t("funding.cards.none")}
        </p>
      ) : isPhone ? (
        <PhoneCards model={model} lines={lines} />
      ) : (
        <CardGrid model={model} lines={lines} />
      )}
    </>
  );
}
