/** The head figures of the scope, each with what it leaves open and a way to fill that in. */
import type { Open } from "@trellis/shared/derive/money/figures";
import { fundingFigures } from "@trellis/shared/derive/money/figures";
import { moneyTree } from "@trellis/shared/derive/money/moneyTree";
import { isOpenSum, type Sum } from "@trellis/shared/derive/money/sums";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StackedBar } from "../../ui/chart/StackedBar.tsx";
import { Tile } from "../../ui/Tile.tsx";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { CardMenu } from "../../workspace/CardMenu.tsx";
import { coverageText, gapText, potentialText } from "../../workspace/coverWords.ts";
import { exact, percent, short } from "../../workspace/moneyWords.ts";
import styles from "./Funding.module.css";
import { sumText, times, whyText } from "./fundingWords.ts";
import { OpenMenu } from "./OpenMenu.tsx";
import { OtherCurrencies } from "./OtherCurrencies.tsx";
import type { FundingModel } from "./useFundingModel.ts";

interface FiguresProps {
  readonly model: FundingModel;
}

export function Figures({ model }: FiguresProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.figures} aria-labelledby="funding-figures">
      <h2 className="unseen" id="funding-figures">
        {t("funding.figures")}
      </h2>
      <CommittedFigure model={model} />
      <CoverFigure model={model} />
      <CostFigure model={model} />
      <SoughtFigure model={model} />
      <LeverageFigure model={model} />
      <LargestFigure model={model} />
      <UnallocatedFigure model={model} />
      <OpenFigure model={model} />
    </section>
  );
}

interface FigureProps {
  readonly id: string;
  /** Null: not known; "": nothing is recorded. */
  readonly value: string | null;
  readonly children?: ReactNode;
}

/** One figure: its name, how much, and what is to be said of it. */
function Figure({ id, value, children }: FigureProps) {
  const { t } = useTranslation();
  return (
    <Tile title={t(`funding.figure.${id}`)}>
      <p
        className={styles.figure}
        data-figure={id}
        data-open={value === null || undefined}
        data-blank={value === "" || undefined}
      >
        {value === null ? t("words.notKnown") : value || t("funding.noneRecorded")}
      </p>
      <div className={styles.aside}>{children}</div>
    </Tile>
  );
}

const ofReason = (open: readonly Open[], ...reasons: Open["reason"][]) =>
  open.filter(({ reason }) => reasons.includes(reason));

function CommittedFigure({ model }: FiguresProps) {
  const { t } = useTranslation();
  const { ask, scope } = model;
  const { committed } = ask(moneyTree, scope).total;
  const { currency, open } = ask(fundingFigures, scope);
  const text = sumText(committed, currency, t);
  const isKnown = committed.amount > 0;
  return (
    <Figure id="committed" value={isKnown ? short(committed.amount, currency) : text === "–" ? "" : null}>
      {isKnown && <p>{exact(committed.amount, currency)}</p>}
      <OtherCurrencies model={model} others={committed.others} />
      <OpenMenu
        label={t("words.amountsNotKnown", { count: committed.notKnown })}
        open={ofReason(open, "amount_missing", "amount_negative", "currency_missing")}
        isShown={committed.notKnown > 0}
      />
    </Figure>
  );
}

/** What may still be there besides what is added up. */
const openness = ({ notKnown, others }: Sum): string =>
  others.length === 0 ? "notKnown" : notKnown === 0 ? "others" : "both";

/** Amounts that a figure leaves out. */
function LeftOut({ sum }: { readonly sum: Sum }) {
  const { t } = useTranslation();
  return isOpenSum(sum) && <p className={view.soft}>{t(`funding.leftOut.${openness(sum)}`)}</p>;
}

function CoverFigure({ model }: FiguresProps) {
  const { t } = useTranslation();
  const { cover, why, from } = model.ask(moneyTree, model.scope).total;
  if (!cover)
    return (
      <Figure id="coverage" value={null}>
        <p>{whyText(why ?? "no_cost", t)}</p>
      </Figure>
    );
  const { committed, sought, cost, currency } = cover;
  const [coverage, gap] = [coverageText(cover, t), gapText(cover, "exact", t)];
  const open = isOpenSum(committed) && (
    <p className={view.soft}>{t(`funding.coverOpen.${openness(committed)}`)}</p>
  );
  if (coverage === null || gap === null)
    return (
      <Figure id="coverage" value={null}>
        <p>{t("funding.costOpen", { cost: short(cost, currency) })}</p>
        <p data-figure="gap">{t("funding.gapNotKnown")}</p>
        {open}
      </Figure>
    );
  return (
    <Figure id="coverage" value={coverage}>
      <StackedBar
        title={t("funding.coverBar", { coverage, cost: short(cost, currency) })}
        whole={cost}
        height={10}
        parts={[
          { key: "committed", value: committed.amount, tone: 1, title: t("funding.state.committed") },
          { key: "sought", value: sought.amount, tone: 2, title: t("funding.state.sought"), isOpen: true },
        ]}
      />
      {from === "below" && (
        <p className={view.soft}>
          {t("funding.coverOfParts", {
            amount: short(committed.amount, currency),
            cost: short(cost, currency),
          })}
        </p>
      )}
      <p data-figure="gap">{t(gap.isOver ? "funding.surplus" : "funding.gap", { amount: gap.text })}</p>
      {open}
    </Figure>
  );
}

function CostFigure({ model }: FiguresProps) {
  const { t } = useTranslation();
  const { ask, scope } = model;
  const { cover, from, why, otherCosts, projects, withoutCost } = ask(moneyTree, scope).total;
  const open = ofReason(ask(fundingFigures, scope).open, "cost_missing", "cost_negative", "cost_zero");
  return (
    <Figure id="cost" value={cover ? short(cover.cost, cover.currency) : null}>
      {cover && <p>{exact(cover.cost, cover.currency)}</p>}
      {!cover && <p>{whyText(why ?? "no_cost", t)}</p>}
      {from && <p className={view.soft}>{t(`funding.costFrom.${from}`)}</p>}
      <OtherCurrencies model={model} others={otherCosts} />
      <OpenMenu
        label={t("funding.withoutCost", { count: withoutCost, projects })}
        open={open}
        isShown={withoutCost > 0}
      />
    </Figure>
  );
}

function SoughtFigure({ model }: FiguresProps) {
  const { t } = useTranslation();
  const { ask, scope } = model;
  const { sought, cover } = ask(moneyTree, scope).total;
  const { currency, open } = ask(fundingFigures, scope);
  const isKnown = sought.amount > 0;
  const text = sumText(sought, currency, t);
  const potential = cover && potentialText(cover, t);
  return (
    <Figure id="sought" value={isKnown ? short(sought.amount, currency) : text === "–" ? "" : null}>
      {isKnown && <p>{exact(sought.amount, currency)}</p>}
      <OtherCurrencies model={model} others={sought.others} />
      {sought.notKnown > 0 && <p>{t("words.amountsNotKnown", { count: sought.notKnown })}</p>}
      <p data-figure="potential">
        {potential ? t("funding.potential", { share: potential }) : t("funding.potentialNotKnown")}
      </p>
      <OpenMenu
        label={t("funding.withoutStatus", { count: ofReason(open, "status_missing").length })}
        open={ofReason(open, "status_missing")}
      />
    </Figure>
  );
}

function LeverageFigure({ model }: FiguresProps) {
  const { t } = useTranslation();
  const { currency, leverage, open, committed } = model.ask(fundingFigures, model.scope);
  const { ratio, publicMoney, otherMoney, unplaced, why } = leverage;
  return (
    <Figure id="leverage" value={ratio === null ? null : times(ratio)}>
      <p>
        {ratio === null
          ? t(`funding.noLeverage.${why ?? "no_public"}`)
          : t("funding.leverageOf", {
              other: short(otherMoney, currency),
              public: short(publicMoney, currency),
            })}
      </p>
      {ratio !== null && <LeftOut sum={committed} />}
      {unplaced > 0 && (
        <OpenMenu
          label={t("funding.unplaced", { amount: short(unplaced, currency) })}
          open={ofReason(open, "sector_missing", "providers_missing")}
          isShown
        />
      )}
    </Figure>
  );
}

function LargestFigure({ model }: FiguresProps) {
  const { t } = useTranslation();
  const { currency, largest, hasProvider, committed } = model.ask(fundingFigures, model.scope);
  return (
    <Figure id="largest" value={largest ? percent(largest.share) : null}>
      {largest ? (
        <>
          <CardButton card={largest.actor} />
          <p>{t("funding.largestOf", { amount: exact(largest.amount, currency) })}</p>
          <LeftOut sum={committed} />
        </>
      ) : (
        <p>{t(hasProvider && isOpenSum(committed) ? "funding.providerNotKnown" : "funding.noProvider")}</p>
      )}
    </Figure>
  );
}

function UnallocatedFigure({ model }: FiguresProps) {
  const { t } = useTranslation();
  const figures = model.ask(fundingFigures, model.scope);
  const { currency, unallocated, isUnallocatedOpen, pots, withoutTotal, over } = figures;
  const hasTotals = pots > withoutTotal;
  const isOnlyOther = unallocated.amount === 0 && unallocated.others.length > 0;
  return (
    <Figure id="unallocated" value={hasTotals && !isOnlyOther ? short(unallocated.amount, currency) : null}>
      {hasTotals && !isOnlyOther && <p>{exact(unallocated.amount, currency)}</p>}
      <OtherCurrencies model={model} others={unallocated.others} />
      {isUnallocatedOpen && <p className={view.soft}>{t("funding.unallocatedOpen")}</p>}
      {withoutTotal > 0 && (
        <button type="button" className={view.card} onClick={() => model.choose({ part: "pots" })}>
          {t("funding.withoutTotal", { count: withoutTotal, pots })}
        </button>
      )}
      {over.length > 0 && (
        <p className={view.warn}>
          <CardMenu cards={over} label={t("funding.overAllocated", { count: over.length })} />
        </p>
      )}
    </Figure>
  );
}

function OpenFigure({ model }: FiguresProps) {
  const { t } = useTranslation();
  const { open } = model.ask(fundingFigures, model.scope);
  return (
    <Figure id="open" value={String(open.length)}>
      <p>{t(open.length === 0 ? "funding.allKnown" : "funding.openAbout")}</p>
      {open.length > 0 && (
        <button
          type="button"
          className={view.card}
          onClick={() => document.getElementById("funding-open")?.focus()}
        >
          {t("funding.openGo")}
        </button>
      )}
    </Figure>
  );
}
