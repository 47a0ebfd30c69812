/** What a card costs, and how much of it is committed: the sums on its links from funding, in the cost's currency. */
import { asking } from "@trellis/shared/derive/ask";
import { linksAt } from "@trellis/shared/derive/linksByCard";
import { cardCurrency, givenCurrency } from "@trellis/shared/derive/money/rates";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { contextNow } from "../../workspace/useAnswer.ts";
import { moneyText } from "../../workspace/values/valueText.ts";
import type { SpecOf } from "./controls/control.ts";
import { FieldRowContext } from "./controls/fieldRow.ts";
import { MoneyControl } from "./controls/MoneyControl.tsx";
import { FieldRow } from "./FieldRow.tsx";
import { type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { usePlaceholder } from "./usePlaceholder.ts";

/** Null when nothing is known to be committed: that is not the same as nothing being committed. */
function committedTo(snapshot: MapSnapshot, card: CardId, named: unknown): string | null {
  const ask = asking(snapshot, contextNow());
  const given = ask(givenCurrency);
  const currency = named ?? ask(cardCurrency)(card);
  let sum: number | null = null;
  for (const link of linksAt(snapshot.links, card)) {
    if (link.type !== "funds" || link.to !== card || typeof link.amount !== "number") continue;
    if (link.status !== "committed" && link.status !== "spent") continue;
    if ((link.currency ?? given(link.from, card)) === currency) sum = (sum ?? 0) + link.amount;
  }
  return sum === null ? null : moneyText({ amount: sum, currency });
}

interface CostRowProps {
  readonly card: CardId;
  readonly spec: SpecOf<"group">;
  readonly value: unknown;
  readonly writers: FieldWriters;
}

export function CostRow({ card, spec, value, writers }: CostRowProps) {
  const { t } = useTranslation();
  const { ownerKey } = useForm();
  const placeholder = usePlaceholder("cost");
  const parts = (value ?? {}) as Readonly<Record<string, unknown>>;
  const text = useMap((snapshot) => committedTo(snapshot, card, parts.currency));
  const id = `field-${ownerKey}-cost`.replace(/[^\w-]/g, "_");
  return (
    <div className={styles.row} data-field="cost">
      <label className={styles.label} htmlFor={id}>
        {t("field.cost")}
      </label>
      <div className={styles.control}>
        <FieldRowContext value={FieldRow}>
          <MoneyControl
            spec={spec}
            path="cost"
            id={id}
            label={t("field.cost")}
            value={value}
            write={(next) => writers.write("cost", next)}
            {...(placeholder ? { placeholder } : {})}
            aside={text && t("inspector.committed", { sum: text })}
          />
        </FieldRowContext>
      </div>
    </div>
  );
}
