/** A sum: the amount and its currency in one line, what bounds, splits and proves it below on request. Stored as one. */
import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { isKnown } from "../../../workspace/values/codecs.ts";
import { currencyChoices } from "../../../workspace/values/currencies.ts";
import { formatNumber } from "../../../workspace/values/numbers.ts";
import { moneyText } from "../../../workspace/values/valueText.ts";
import { useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { useValueText } from "../useValueText.ts";
import { ChoiceControl } from "./ChoiceControl.tsx";
import type { ControlProps, SpecOf } from "./control.ts";
import { PartFields } from "./PartFields.tsx";
import { SourceBadge } from "./SourceControl.tsx";
import { TextControl } from "./TextControl.tsx";

const SHORT_FROM = 100_000;

export const isMoney = (spec: SpecOf<"group">): boolean =>
  "amount" in spec.parts && "currency" in spec.parts && "low" in spec.parts;

interface MoneyProps extends ControlProps<SpecOf<"group">> {
  /** Said of the sum besides its parts, such as how much of it is committed. */
  readonly aside?: ReactNode;
}

export function MoneyControl({ spec, path, id, label, value, write, placeholder, aside }: MoneyProps) {
  const { t } = useTranslation();
  const { readOnly, currency } = useForm();
  const valueText = useValueText();
  const [opened, setOpened] = useState(false);
  const parts = (typeof value === "object" && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const { amount: amountSpec, currency: _currency, ...more } = spec.parts;
  const moreKnown = Object.keys(more).filter((name) => isKnown(parts[name]));
  const writeParts = (change: Readonly<Record<string, unknown>>) => {
    const next = { ...parts, ...change };
    write(isKnown(next) ? next : null);
  };
  const writeAmount = (amount: unknown) =>
    writeParts(isKnown(parts.currency) || amount === null || !currency ? { amount } : { amount, currency });
  const short =
    typeof parts.amount === "number" && Math.abs(parts.amount) >= SHORT_FROM ? moneyText(parts) : null;
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <div data-money={path}>
      {readOnly ? (
        <div
          className={styles.value}
          id={id}
          {...(typeof parts.amount === "number" ? { title: formatNumber(parts.amount) } : {})}
        >
          {valueText(spec, value)} <SourceBadge value={parts.source} />
        </div>
      ) : (
        <div className={styles.money}>
          <div data-field={`${path}.currency`} className={styles.moneyCurrency}>
            <ChoiceControl
              id={`${id}-currency`}
              label={t("inspector.currencyOf", { label })}
              value={typeof parts.currency === "string" ? parts.currency : null}
              choices={currencyChoices()}
              codes
              write={(next) => writeParts({ currency: next })}
            />
          </div>
          <div data-field={`${path}.amount`} className={styles.grows}>
            <TextControl
              spec={amountSpec ?? { kind: "number" }}
              path={`${path}.amount`}
              id={id}
              label={label}
              value={parts.amount}
              write={writeAmount}
              {...(placeholder ? { placeholder } : {})}
            />
          </div>
          <SourceBadge value={parts.source} />
        </div>
      )}
      {(aside || (short && !readOnly)) && (
        <div className={styles.aside}>
          {!readOnly && short}
          {!readOnly && short && aside && " · "}
          {aside}
        </div>
      )}
      {(!readOnly || moreKnown.length > 0) && (
        <UnstyledButton
          className={styles.moreButton ?? ""}
          aria-expanded={opened}
          data-more={path}
          onClick={() => setOpened(!opened)}
        >
          <Chevron size={13} aria-hidden />
          {moreKnown.length > 0
            ? t("inspector.moneyMoreKnown", {
                known: moreKnown.map((name) => t(`field.${name}`).toLocaleLowerCase()).join(", "),
              })
            : t("inspector.moneyMore")}
        </UnstyledButton>
      )}
      {opened && (
        <PartFields
          fields={more}
          path={path}
          values={parts}
          write={(name, part) => writeParts({ [name]: part })}
        />
      )}
    </div>
  );
}
