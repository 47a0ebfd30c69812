/** Opens the form in which a rate is entered, where the missing rate was noticed. */
import { Popover } from "@mantine/core";
import { scopeCurrency } from "@trellis/shared/derive/money/rates";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { RateForm } from "./RateForm.tsx";
import { useOpenAt } from "./useFill.ts";
import type { FundingModel } from "./useFundingModel.ts";

interface RateButtonProps {
  readonly model: FundingModel;
  /** The currency that is to be converted. */
  readonly from: string;
}

export function RateButton({ model, from }: RateButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const openField = useOpenAt();
  const to = model.ask(scopeCurrency, model.scope);
  if (!model.canEdit) return null;
  const mission = model.scope === "" ? model.missions[0] : model.missions.find((one) => one === model.scope);
  if (to === null)
    return mission ? (
      <button type="button" className={view.card} onClick={() => openField(mission, "baseCurrency")}>
        {t("funding.rate.nameCurrency")}
      </button>
    ) : null;
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      // What was typed is not lost to a stray click.
      closeOnClickOutside={false}
      position="bottom-start"
      width={300}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={view.card}
          aria-expanded={isOpen}
          aria-label={t("funding.rate.enterOf", { from, to })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t("funding.rate.enter")}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("funding.rate.enterOf", { from, to })}>
        {isOpen && <RateForm from={from} to={to} onDone={() => setIsOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
