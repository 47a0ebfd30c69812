/** Every pot: what it holds, what it gives, what it has left, and who is behind it. */
import type { Pot } from "@trellis/shared/derive/money/pots";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { exact } from "../../workspace/moneyWords.ts";
import styles from "./Funding.module.css";
import { NotKnown } from "./NotKnown.tsx";
import { SumCell } from "./SumCell.tsx";
import { useFill } from "./useFill.ts";
import type { FundingModel } from "./useFundingModel.ts";

const HEADS = ["pot", "kind", "total", "committed", "sought", "unallocated", "providers", "paysFor"] as const;
const NUMBERS: ReadonlySet<string> = new Set(["total", "committed", "sought", "unallocated"]);

interface PotTableProps {
  readonly model: FundingModel;
  readonly pots: readonly Pot[];
}

export function PotTable({ model, pots }: PotTableProps) {
  const { t } = useTranslation();
  const { cards } = model.snapshot;
  const title = ({ card }: Pot) => cards.get(card)?.title ?? "";
  // The largest first; what is in another currency or not known comes after, by name.
  const sorted = [...pots].sort(
    (one, other) => other.committed.amount - one.committed.amount || title(one).localeCompare(title(other)),
  );
  return (
    <WideTable caption={t("funding.pots.caption")}>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" className={NUMBERS.has(head) ? styles.number : undefined}>
              {t(`funding.pots.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((pot) => (
          <PotRow key={pot.card} pot={pot} />
        ))}
      </tbody>
    </WideTable>
  );
}

function PotRow({ pot }: { readonly pot: Pot }) {
  const { t } = useTranslation();
  const fill = useFill();
  const { card, kind, currency, total, why, committed, sought, providers, money } = pot;
  const paidFor = [...new Set(money.filter(({ state }) => state !== null).map((one) => one.card))];
  return (
    <tr data-pot={card}>
      <th scope="row" className={styles.pot}>
        <CardButton card={card} />
      </th>
      <td>
        {kind ? (
          t(`enum.financeKind.${kind}`)
        ) : (
          <NotKnown onFill={() => fill({ kind: "card", card, field: "kind", reason: "kind_missing" })} />
        )}
      </td>
      <td className={styles.number}>
        {total === null ? (
          <NotKnown card={card} place="total" why={t(`funding.pots.${why ?? "no_total"}`)} />
        ) : (
          exact(total, currency)
        )}
      </td>
      <SumCell sum={committed} currency={currency} />
      <SumCell sum={sought} currency={currency} />
      <td className={styles.number}>
        <Unallocated pot={pot} />
      </td>
      <td>
        {providers.length === 0 ? (
          <NotKnown
            onFill={() => fill({ kind: "card", card, field: "providers", reason: "providers_missing" })}
          />
        ) : (
          <CardList cards={providers} />
        )}
      </td>
      <td>
        {paidFor.length === 0 ? (
          <span className={view.soft}>{t("funding.pots.nothing")}</span>
        ) : (
          <CardList cards={paidFor} />
        )}
      </td>
    </tr>
  );
}

function CardList({ cards }: { readonly cards: Pot["providers"] }) {
  return (
    <ul className={styles.cardList}>
      {cards.map((card) => (
        <li key={card}>
          <CardButton card={card} />
        </li>
      ))}
    </ul>
  );
}

function Unallocated({ pot: { unallocated, currency, isOver, isOpen } }: { readonly pot: Pot }) {
  const { t } = useTranslation();
  if (unallocated === null) return <span className={view.soft}>{t("words.notKnown")}</span>;
  if (isOver)
    return (
      <span className={view.warn}>{t("funding.pots.over", { amount: exact(-unallocated, currency) })}</span>
    );
  return (
    <>
      {exact(unallocated, currency)}
      {isOpen && <span className={styles.under}>{t("funding.pots.orLess")}</span>}
    </>
  );
}
