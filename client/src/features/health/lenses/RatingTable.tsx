/** The figures of the radar in words, with what the map says beside them and never in them. */
import { useTranslation } from "react-i18next";
import view from "../../../ui/View.module.css";
import { WideTable } from "../../../ui/WideTable.tsx";
import styles from "./Lenses.module.css";
import { itemsShown, type RatingModel } from "./lensModel.ts";
import { hintText, type LensWords, ratedIn, scoreText, spreadText } from "./lensRows.ts";

interface RatingTableProps {
  readonly rating: RatingModel;
  readonly words: LensWords;
}

export function RatingTable({ rating, words }: RatingTableProps) {
  const { t } = useTranslation();
  const { earlier, hints } = rating;
  return (
    <div className={styles.figures}>
      <WideTable caption={t("lensView.ratingsCaption")}>
        <thead>
          <tr>
            <th scope="col">{t("lensView.column.item")}</th>
            <th scope="col">{t("lensView.column.median")}</th>
            <th scope="col">{t("lensView.column.spread")}</th>
            <th scope="col">{t("lensView.column.raters")}</th>
            {earlier && <th scope="col">{t("lensView.column.earlier")}</th>}
            {hints.length > 0 && <th scope="col">{t("lensView.column.hint")}</th>}
          </tr>
        </thead>
        <tbody>
          {itemsShown(rating).map((item) => (
            <Line key={item} item={item} rating={rating} words={words} />
          ))}
        </tbody>
      </WideTable>
      {hints.length > 0 && <p className={view.legend}>{t("lensView.hintNote")}</p>}
    </div>
  );
}

function Line({ item, rating, words }: RatingTableProps & { readonly item: string }) {
  const { t } = useTranslation();
  const { latest, earlier, hints, items } = rating;
  const now = ratedIn(latest, item);
  const before = ratedIn(earlier, item);
  return (
    <tr data-item={item}>
      <th scope="row" dir="auto">
        {words.value(item)}
        {!items.includes(item) && <span className={styles.aside}>{t("lensView.unlisted")}</span>}
      </th>
      <td className={styles.number}>
        {now?.median == null ? (
          <span className={view.soft}>{t("words.notKnown")}</span>
        ) : (
          <b>{scoreText(now.median)}</b>
        )}
      </td>
      <td className={styles.spread}>{now && spreadText(now, t)}</td>
      <td className={styles.number}>{now?.raters ?? 0}</td>
      {earlier && (
        <td className={styles.number}>
          {before?.median == null ? (
            <span className={view.soft}>{t("words.notKnown")}</span>
          ) : (
            scoreText(before.median)
          )}
        </td>
      )}
      {hints.length > 0 && <td>{hintText(hints, item, t)}</td>}
    </tr>
  );
}
