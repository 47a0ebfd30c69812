/** What people rated: the radar with its legend, the figures as a table, and the way to add one's own rating. */
import { Button, NativeSelect } from "@mantine/core";
import { IconStarHalfFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Legend, type LegendItem } from "../../../ui/chart/Legend.tsx";
import { Radar } from "../../../ui/chart/Radar.tsx";
import view from "../../../ui/View.module.css";
import { CsvButton } from "../../../workspace/CsvButton.tsx";
import { useExportTable } from "../../../workspace/exportTable.ts";
import { useFirstCard } from "../../../workspace/useFirstCard.ts";
import styles from "./Lenses.module.css";
import { NO_EARLIER } from "./lensAddress.ts";
import { itemsShown, type RatingModel } from "./lensModel.ts";
import { type LensWords, ratedIn, ratingRows, roundText, scoreText } from "./lensRows.ts";
import { RatingTable } from "./RatingTable.tsx";
import { ratersOf } from "./rateAnswers.ts";
import type { LensesHere } from "./useLensModel.ts";

/** The button that opens the form. */
export const RATE_ID = "lens-rate";

interface RatingSectionProps {
  readonly here: LensesHere;
  readonly canEdit: boolean;
  readonly onRate: () => void;
}

export function RatingSection({ here, canEdit, onRate }: RatingSectionProps) {
  const { t } = useTranslation();
  const first = useFirstCard();
  const { model, words } = here;
  const { rating } = model;
  const exportTable = useExportTable();
  const title = t("lensView.ratings");
  const tableName = t("lensView.ratingsOf", { lens: words.lens(model.lens) });
  return (
    <section className={view.section} aria-label={title}>
      <div className={view.sectionHead}>
        <h2 className={view.sectionTitle}>{title}</h2>
        {rating && (
          <CsvButton
            beside
            table={tableName}
            onSave={() => exportTable(tableName, () => ratingRows(rating, words))}
          />
        )}
      </div>
      {rating ? (
        <>
          <RatingHead here={here} rating={rating} canEdit={canEdit} onRate={onRate} />
          <div className={styles.beside}>
            <Picture rating={rating} words={words} lens={model.lens} />
            <RatingTable rating={rating} words={words} />
          </div>
        </>
      ) : (
        <>
          <p className={view.lead}>{t("lensView.noMission")}</p>
          {canEdit && (
            <Button size="compact-md" onClick={() => first("mission")}>
              {t("lensView.addMission")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

interface RatingHeadProps extends RatingSectionProps {
  readonly rating: RatingModel;
}

function RatingHead({ here, rating, canEdit, onRate }: RatingHeadProps) {
  const { t } = useTranslation();
  const { words, choose } = here;
  const { missions, mission, rounds, latest, earlier, items, ahead } = rating;
  const raters = ratersOf(latest);
  const before = rounds.slice(0, -1);
  return (
    <div className={styles.ratingHead}>
      {missions.length > 1 && (
        <NativeSelect
          size="xs"
          className={styles.mission ?? ""}
          label={t("lensView.mission")}
          value={mission}
          onChange={(event) => choose({ mission: event.currentTarget.value, earlier: "" })}
          data={missions.map((id) => ({ value: id as string, label: words.title(id) }))}
        />
      )}
      {before.length > 0 && (
        <NativeSelect
          size="xs"
          label={t("lensView.compare")}
          value={earlier?.key ?? NO_EARLIER}
          onChange={(event) => choose({ earlier: event.currentTarget.value })}
          data={[
            { value: NO_EARLIER, label: t("lensView.compareNone") },
            ...before.map((round) => ({ value: round.key, label: roundText(round, t) })).reverse(),
          ]}
        />
      )}
      <p className={view.lead} data-ratings-said>
        {latest === null
          ? t("lensView.notRated")
          : t(raters === 1 ? "lensView.ratedByOne" : "lensView.rated", {
              count: raters,
              round: roundText(latest, t),
            })}
        {ahead > 0 && ` ${t("lensView.ratedAhead", { count: ahead })}`}
      </p>
      {canEdit && items.length > 0 && (
        <Button
          id={RATE_ID}
          size="compact-md"
          variant={latest === null ? "filled" : "default"}
          leftSection={<IconStarHalfFilled size={16} aria-hidden="true" />}
          onClick={onRate}
        >
          {t("lensView.rate")}
        </Button>
      )}
    </div>
  );
}

interface PictureProps {
  readonly rating: RatingModel;
  readonly words: LensWords;
  readonly lens: string;
}

/** Axes that make a picture, and that still can be told apart. */
const FEWEST = 3;
const MOST = 16;

function Picture({ rating, words, lens }: PictureProps) {
  const { t } = useTranslation();
  const { latest, earlier, mission } = rating;
  const items = itemsShown(rating);
  if (items.length < FEWEST || items.length > MOST)
    return (
      <p className={`${view.soft} ${styles.noPicture}`}>
        {t(items.length < FEWEST ? "lensView.tooFew" : "lensView.tooMany", { count: items.length })}
      </p>
    );
  const known = items.filter((item) => ratedIn(latest, item) !== null).length;
  const legend: LegendItem[] = [
    ...(known > 0
      ? [
          { key: "median", label: t("lensView.legend.median"), tone: 1, line: "solid", mark: "dot" } as const,
          { key: "band", label: t("lensView.legend.band"), tone: 6, fill: "full" } as const,
        ]
      : []),
    ...(earlier
      ? [
          {
            key: "earlier",
            label: t("lensView.legend.earlier", { round: roundText(earlier, t) }),
            line: "dashed",
            mark: "square",
            isThin: true,
          } as const,
        ]
      : []),
  ];
  return (
    <div className={styles.picture}>
      <Radar
        axes={items.map((item) => {
          const now = ratedIn(latest, item);
          return {
            key: item,
            label: words.value(item),
            value: now?.median ?? null,
            low: now?.lowerQuartile ?? null,
            high: now?.upperQuartile ?? null,
            earlier: ratedIn(earlier, item)?.median ?? null,
          };
        })}
        max={4}
        label={t("lensView.radar", {
          lens: words.lens(lens),
          mission: words.title(mission),
          known,
          count: items.length,
        })}
        notKnown={t("lensView.notKnownShort")}
        format={scoreText}
      />
      {legend.length > 0 && <Legend items={legend} />}
    </div>
  );
}
