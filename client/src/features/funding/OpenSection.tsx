/** Everything about money that is not known, each with the button that leads to where it is filled in. */
import { Button } from "@mantine/core";
import { fundingFigures } from "@trellis/shared/derive/money/figures";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { titleOf } from "../../workspace/lookWords.ts";
import { openCards, openKey, reasonWord } from "./fundingWords.ts";
import { SectionHead } from "./SectionHead.tsx";
import { openRows } from "./tables.ts";
import { useFill } from "./useFill.ts";
import type { FundingModel } from "./useFundingModel.ts";

/** Rows shown before somebody asks for the rest. */
const FEW = 15;

export function OpenSection({ model }: { readonly model: FundingModel }) {
  const { t } = useTranslation();
  const fill = useFill();
  const [all, setAll] = useState(false);
  const { open } = model.ask(fundingFigures, model.scope);
  if (open.length === 0) return null;
  const shown = all ? open : open.slice(0, FEW);
  return (
    <section className={view.section} id="funding-open" tabIndex={-1} aria-labelledby="funding-open-title">
      <SectionHead
        id="funding-open-title"
        title={t("funding.open.title")}
        rows={() => openRows(model, open, t)}
      />
      <WideTable caption={t("funding.open.caption")}>
        <thead>
          <tr>
            <th scope="col">{t("funding.open.what")}</th>
            <th scope="col">{t("funding.open.about")}</th>
            <th scope="col">
              <span className="unseen">{t("funding.open.fill")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => {
            const cards = openCards(one);
            return (
              <tr key={openKey(one)} data-open={one.reason}>
                <th scope="row">{reasonWord(one, t)}</th>
                <td>
                  {cards.map((card, index) => (
                    <span key={card}>
                      {index > 0 && " → "}
                      <CardButton card={card} />
                    </span>
                  ))}
                </td>
                <td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t("funding.open.fillOf", {
                      what: reasonWord(one, t),
                      card: cards.map((card) => titleOf(model.snapshot, card, t)).join(", "),
                    })}
                    onClick={() => fill(one)}
                  >
                    {t(model.canEdit ? "funding.open.fill" : "funding.open.look")}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </WideTable>
      {open.length > shown.length && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => setAll(true)}>
          {t("funding.open.more", { count: open.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
