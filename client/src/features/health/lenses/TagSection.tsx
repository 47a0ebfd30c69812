/** Which cards carry which value of the lens, by type or by challenge, and which carry none. A value filters the map. */
import { Button } from "@mantine/core";
import { missionAbove } from "@trellis/shared/derive/parts";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { Segments } from "../../../ui/Segments.tsx";
import view from "../../../ui/View.module.css";
import { CsvButton } from "../../../workspace/CsvButton.tsx";
import { useExportTable } from "../../../workspace/exportTable.ts";
import { openAt } from "../../../workspace/panelWish.ts";
import styles from "./Lenses.module.css";
import { ACROSS } from "./lensAddress.ts";
import { tagRows } from "./lensRows.ts";
import { TagTable } from "./TagTable.tsx";
import { tagColumns } from "./tagColumns.ts";
import type { LensesHere } from "./useLensModel.ts";

interface TagSectionProps {
  readonly here: LensesHere;
  readonly canEdit: boolean;
}

export function TagSection({ here, canEdit }: TagSectionProps) {
  const { t } = useTranslation();
  const { model, words, snapshot, address, choose } = here;
  const { lens, table } = model;
  const exportTable = useExportTable();
  const title = t("lensView.cards");
  const tableName = t("lensView.cardsOf", { lens: words.lens(lens) });
  const { columns, others } = tagColumns(model, address.across, words);
  const first = firstToTag(here);
  return (
    <section className={view.section} aria-label={title}>
      <div className={view.sectionHead}>
        <h2 className={view.sectionTitle}>{title}</h2>
        <CsvButton
          beside
          table={tableName}
          onSave={() => exportTable(tableName, () => tagRows(model, words))}
        />
      </div>
      {table.tags.size === 0 ? (
        <>
          <p className={view.lead}>{t("lensView.noTags", { lens: words.lens(lens) })}</p>
          {canEdit && first && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => {
                const card = snapshot.cards.get(first);
                if (card) openAt(card, `lenses.${lens}`);
              }}
            >
              {t("lensView.tagFirst", { title: words.title(first) })}
            </Button>
          )}
        </>
      ) : (
        <>
          <div className={styles.tableHead}>
            <Segments
              label={t("lensView.across.label")}
              values={ACROSS.map((value) => ({ value, label: t(`lensView.across.${value}`) }))}
              value={address.across}
              onChoose={(across) => choose({ across })}
            />
            <span className={view.soft}>{t("lensView.filterHint")}</span>
          </div>
          <TagTable lens={lens} groups={table.groups} columns={columns} words={words} />
          {others.length > 0 && (
            <p className={view.legend}>
              {t("lensView.others", {
                types: others
                  .map(({ type, count }) => t("lensView.countOf", { types: t(`cardTypes.${type}`), count }))
                  .join(", "),
              })}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/**
 * A card that a first tag may go to: projects carry most frameworks, then challenges and missions. Of the mission whose
 * ratings are shown, where it has one.
 */
function firstToTag({ ask, model: { table, rating } }: LensesHere): CardId | null {
  const above = ask(missionAbove);
  const open = (["project", "challenge", "mission"] as const).flatMap(
    (type) => table.untagged.get(type) ?? [],
  );
  return open.find((card) => rating !== null && above.get(card) === rating.mission) ?? open[0] ?? null;
}
