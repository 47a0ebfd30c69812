/** Levers: who holds which at each level, and where work needs one that nobody responsible for it holds. */
import { Button } from "@mantine/core";
import type { PowerGap, Powers } from "@trellis/shared/derive/powers";
import { ENUMS } from "@trellis/shared/schema/enums";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { WideTable } from "../../ui/WideTable.tsx";
import { CardButton } from "../../workspace/CardButton.tsx";
import { CardMenu } from "../../workspace/CardMenu.tsx";
import { showCard } from "../../workspace/showCard.ts";
import { listOf, titleOf } from "./dutyWords.ts";
import { levelName } from "./levelTables.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

export function PowerGapTable({
  model,
  gaps,
}: {
  readonly model: DutiesModel;
  readonly gaps: readonly PowerGap[];
}) {
  const { t } = useTranslation();
  const { words, snapshot } = model;
  const work = [...snapshot.cards.values()].filter(({ type }) => type === "project" || type === "instrument");
  if (gaps.length === 0) {
    const saysWhat = work.some((card) => "leversNeeded" in card && (card.leversNeeded?.length ?? 0) > 0);
    const first = work[0];
    return (
      <div>
        <p className={view.lead}>
          {t(saysWhat ? "responsibilities.levels.noGaps" : "responsibilities.levels.noNeeds")}
        </p>
        {!saysWhat && first && model.canEdit && (
          <Button size="compact-sm" variant="default" onClick={() => showCard(first)}>
            {t("responsibilities.levels.openFirst", { title: titleOf(words, first.id) })}
          </Button>
        )}
      </div>
    );
  }
  return (
    <WideTable caption={t("responsibilities.levels.gapsCaption")}>
      <thead>
        <tr>
          {(["card", "lever", "responsible", "heldBy"] as const).map((head) => (
            <th key={head} scope="col">
              {t(`responsibilities.levels.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gaps.map((gap) => (
          <tr key={`${gap.card} ${gap.lever}`}>
            <th scope="row">
              <CardButton card={gap.card} />
            </th>
            <td>{t(`enum.lever.${gap.lever}`)}</td>
            <td>
              {gap.responsible.length === 0
                ? t("responsibilities.levels.nobodyResponsible")
                : listOf(words, gap.responsible)}
              {gap.notKnown.length > 0 && (
                <span className={styles.underWords}>
                  {t("responsibilities.levels.leversNotKnown", { names: listOf(words, gap.notKnown) })}
                </span>
              )}
            </td>
            <td>
              {gap.heldBy.length === 0
                ? t("responsibilities.levels.heldByNobody")
                : gap.heldBy.map((actor) => <CardButton key={actor} card={actor} />)}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

export function PowerTable({ model, powers }: { readonly model: DutiesModel; readonly powers: Powers }) {
  const { t } = useTranslation();
  const { words, snapshot } = model;
  const actors = [...snapshot.cards.values()].filter(({ type }) => type === "actor");
  if (powers.levels.every((one) => [...one.powers.values()].every((held) => held.length === 0))) {
    const first = actors[0];
    return (
      <div>
        <p className={view.lead}>{t("responsibilities.levels.noPowers")}</p>
        {first && model.canEdit && (
          <Button size="compact-sm" variant="default" onClick={() => showCard(first)}>
            {t("responsibilities.levels.openFirst", { title: titleOf(words, first.id) })}
          </Button>
        )}
      </div>
    );
  }
  const levels = powers.levels.filter(
    ({ level, powers: held }) => level !== null || [...held.values()].some((one) => one.length > 0),
  );
  return (
    <>
      {powers.notKnown.length > 0 && (
        <p className={view.lead}>
          {t("responsibilities.levels.powersNotKnown", { count: powers.notKnown.length })}
        </p>
      )}
      <WideTable caption={t("responsibilities.levels.powersCaption")}>
        <thead>
          <tr>
            <th scope="col">{t("responsibilities.levels.lever")}</th>
            {levels.map(({ level }) => (
              <th key={level ?? ""} scope="col">
                {levelName(words, level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ENUMS.lever.map((lever) => (
            <tr key={lever}>
              <th scope="row">{t(`enum.lever.${lever}`)}</th>
              {levels.map(({ level, powers: held }) => {
                const here = [...new Set((held.get(lever) ?? []).map(({ actor }) => actor))];
                const name = t("responsibilities.levels.holders", {
                  count: here.length,
                  lever: t(`enum.lever.${lever}`),
                  level: levelName(words, level),
                });
                return (
                  <td key={level ?? ""} className={styles.levelCell}>
                    {here.length > 0 && <CardMenu cards={here} label={String(here.length)} name={name} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}
