/** Money along the tree where there is no room for columns: each card with its figures, and a way to what is missing. */
import { scopeCurrency } from "@trellis/shared/derive/money/rates";
import { useTranslation } from "react-i18next";
import list from "../../ui/PhoneList.module.css";
import { PhoneList } from "../../ui/PhoneList.tsx";
import { titleOf } from "../../workspace/lookWords.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { cardCell } from "./cardCells.ts";
import { type CardLine, COLUMNS } from "./cardLines.ts";
import styles from "./Funding.module.css";
import { MONEY_CHIPS, useOpenAt } from "./useFill.ts";
import type { FundingModel } from "./useFundingModel.ts";

interface PhoneCardsProps {
  readonly model: FundingModel;
  readonly lines: readonly CardLine[];
}

export function PhoneCards({ model, lines }: PhoneCardsProps) {
  const { t } = useTranslation();
  return (
    <PhoneList
      label={t("funding.cards.caption")}
      items={lines}
      rowOf={({ key, row, isMuted }) => ({ key, depth: row.depth, isMuted })}
    >
      {(line) => <PhoneCard model={model} line={line} />}
    </PhoneList>
  );
}

function PhoneCard({ model, line }: { readonly model: FundingModel; readonly line: CardLine }) {
  const { t } = useTranslation();
  const openAt = useOpenAt();
  const { key, row } = line;
  const base = model.ask(scopeCurrency, model.scope);
  const type = model.snapshot.cards.get(key)?.type;
  const cells = COLUMNS.map((column) => ({ column, ...cardCell(column, row, base, t) }));
  const told = cells.filter(({ isBlank, text }) => !isBlank || text !== "–");
  return (
    <>
      <button type="button" className={list.title} onClick={() => openAt(key, MONEY_CHIPS)}>
        {type && <TypeGlyph type={type} />}
        <span className={list.name} dir="auto">
          {titleOf(model.snapshot, key, t)}
        </span>
      </button>
      {told.length === 0 ? (
        <p className={styles.phoneNone}>{t("funding.noneRecorded")}</p>
      ) : (
        <dl className={styles.phoneFigures}>
          {told.map(({ column, text, isWarning }) => (
            <div key={column} data-column={column} data-warning={isWarning || undefined}>
              <dt>{t(`funding.cards.${column}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
