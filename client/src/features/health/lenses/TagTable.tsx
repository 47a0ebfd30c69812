/** Values by types or challenges, with the cards of each cell. Pressing a value shows its cards alone, in every view. */
import type { LensGroup } from "@trellis/shared/derive/lensTags";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { WideTable } from "../../../ui/WideTable.tsx";
import { CardMenu } from "../../../workspace/CardMenu.tsx";
import { LensBadge } from "../../../workspace/LensBadge.tsx";
import { useLook } from "../../../workspace/lookStore.ts";
import styles from "./Lenses.module.css";
import { valueKey } from "./lensModel.ts";
import type { LensWords } from "./lensRows.ts";
import type { TagColumn } from "./tagColumns.ts";

interface TagTableProps {
  readonly lens: string;
  readonly groups: readonly LensGroup[];
  readonly columns: readonly TagColumn[];
  readonly words: LensWords;
}

export function TagTable({ lens, groups, columns, words }: TagTableProps) {
  const { t } = useTranslation();
  return (
    <WideTable caption={t("lensView.cardsCaption")}>
      <thead>
        <tr>
          <th scope="col">{t("lensView.column.value")}</th>
          {columns.map(({ key, name }) => (
            <th key={key} scope="col" className={styles.columnName} dir="auto">
              {name}
            </th>
          ))}
          <th scope="col">{t("lensView.column.total")}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={valueKey(group.value)} data-value={group.value}>
            <th scope="row">
              <ValueButton lens={lens} group={group} words={words} />
            </th>
            {columns.map((column) => (
              <Cell
                key={column.key}
                cards={column.cards(group.value)}
                row={words.value(group.value)}
                column={column}
              />
            ))}
            <td className={styles.number}>{group.count}</td>
          </tr>
        ))}
        <tr data-value="untagged" className={styles.untagged}>
          <th scope="row">{t("lensView.untagged")}</th>
          {columns.map((column) => (
            <Cell key={column.key} cards={column.untagged} row={t("lensView.untagged")} column={column} />
          ))}
          <td className={styles.number}>{columns.reduce((sum, { untagged }) => sum + untagged.length, 0)}</td>
        </tr>
      </tbody>
    </WideTable>
  );
}

interface CellProps {
  readonly cards: readonly CardId[];
  readonly row: string;
  readonly column: TagColumn;
}

function Cell({ cards, row, column }: CellProps) {
  return (
    <td className={styles.number}>
      {cards.length > 0 && (
        <CardMenu cards={cards} label={String(cards.length)} name={`${row}, ${column.name}`} />
      )}
    </td>
  );
}

interface ValueButtonProps {
  readonly lens: string;
  readonly group: LensGroup;
  readonly words: LensWords;
}

function ValueButton({ lens, group, words }: ValueButtonProps) {
  const { t } = useTranslation();
  const tag = `${lens}:${group.value}` as const;
  const isOn = useLook(({ filter }) => filter.tags.includes(tag));
  const toggle = useLook((state) => state.toggle);
  const sign = words.signs.get(group.value);
  return (
    <>
      <button
        type="button"
        className={styles.value}
        aria-pressed={isOn}
        title={t("lensView.filter", { value: words.value(group.value) })}
        dir="auto"
        onClick={() => toggle("tags", tag)}
      >
        {sign && <LensBadge mark={sign} />}
        {words.value(group.value)}
      </button>
      {!group.listed && <span className={styles.aside}>{t("lensView.unlisted")}</span>}
    </>
  );
}
