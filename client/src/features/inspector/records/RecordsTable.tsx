/**
 * A list of records as a table to write in. Its last row is blank and becomes a record with its first value, so that
 * an abandoned one leaves nothing behind. Rows keep their order while somebody writes in the table.
 */
import { Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { type RecordName, recordTable } from "@trellis/shared/schema/records";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PasteAsks } from "../../../workspace/values/PasteAsks.tsx";
import { type FieldWriters, useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { blankIdOf, endBlank, forgetBegun, useBegun } from "./blankRows.ts";
import { focusCell, onGridKey, useOneTabStop } from "./gridKeys.ts";
import { RecordRow } from "./RecordRow.tsx";
import type { AnyRecord } from "./recordColumns.ts";
import { usePaste } from "./usePaste.ts";

interface RecordsTableProps {
  readonly writers: FieldWriters;
  readonly list: string;
  readonly record: RecordName;
  readonly records: readonly AnyRecord[];
  readonly columns: readonly string[];
  /** Every field is a column, so a row has nothing to open. */
  readonly wide?: boolean;
  readonly label: string;
  /** Unit of the values, said in their heading. */
  readonly unit?: string | null;
}

/** Rows drawn at once; more on request. */
const PAGE = 20;
/** A few more are drawn rather than asked for. */
const SLACK = 5;
const NARROW: ReadonlySet<string> = new Set(["date", "number", "figure", "currency", "flag"]);

export function RecordsTable(props: RecordsTableProps) {
  const { writers, list, record, records, columns, wide = false, label, unit } = props;
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const { fields, sortBy } = recordTable(record);
  const table = useRef<HTMLTableElement>(null);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [newestFirst, setNewestFirst] = useState(false);
  const [shownRows, setShownRows] = useState(PAGE);
  const { rows, blank, hold, release } = useRows(`${ownerKey}/${list}`, records, newestFirst);
  const { question, onPaste } = usePaste({ writers, list, fields, columns });
  useOneTabStop(table);
  const onWrite = useCallback((next: AnyRecord) => writers.putRecord(list, next), [writers, list]);
  const onToggle = useCallback((id: string) => setOpenedId((opened) => (opened === id ? null : id)), []);
  const onRemove = useCallback(
    (id: string) => {
      const element = table.current;
      const row = element?.querySelector(`tr[data-record="${CSS.escape(id)}"]`);
      const place = element ? [...element.querySelectorAll("tr[data-row]")].indexOf(row as Element) : 0;
      writers.removeRecord(list, id);
      // To what stands in its place now.
      requestAnimationFrame(
        () => element && (focusCell(element, place, 0) || focusCell(element, place - 1, 0)),
      );
    },
    [writers, list],
  );
  const hidden = rows.length > shownRows + SLACK ? rows.length - shownRows : 0;
  const shown = newestFirst ? rows.slice(0, rows.length - hidden) : rows.slice(hidden);
  const all = readOnly ? shown : [...shown, blank];
  const SortIcon = newestFirst ? IconArrowUp : IconArrowDown;
  return (
    <>
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShownRows(shownRows + 5 * PAGE)}>
          {t("inspector.showMoreRows", { count: hidden })}
        </Button>
      )}
      <div className={wide ? styles.wideTable : ""}>
        <table
          ref={table}
          className={styles.table}
          aria-label={label}
          data-wide={wide || undefined}
          onKeyDownCapture={readOnly ? undefined : onGridKey}
          onPaste={readOnly ? undefined : onPaste}
          onFocus={hold}
          onBlur={release}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  data-narrow={NARROW.has(fields[column]?.kind ?? "") || undefined}
                  {...(column === sortBy ? { "aria-sort": newestFirst ? "descending" : "ascending" } : {})}
                >
                  {column === sortBy && rows.length > 1 ? (
                    <button
                      type="button"
                      className={styles.sortButton}
                      aria-label={t(newestFirst ? "inspector.sortOldestFirst" : "inspector.sortNewestFirst", {
                        field: t(`field.${column}`),
                      })}
                      onClick={() => setNewestFirst(!newestFirst)}
                    >
                      {t(`field.${column}`)}
                      <SortIcon size={11} aria-hidden />
                    </button>
                  ) : (
                    <>
                      {t(`field.${column}`)}
                      {column === "value" && unit ? <span className={styles.unit}> ({unit})</span> : null}
                    </>
                  )}
                </th>
              ))}
              {!wide && <td className={styles.tools} />}
              {!readOnly && <td className={styles.tools} />}
            </tr>
          </thead>
          <tbody>
            {all.map((row, index) => (
              <RecordRow
                key={row.id}
                list={list}
                record={row}
                number={row === blank ? null : hidden + index + 1}
                fields={fields}
                columns={columns}
                opened={wide ? null : row.id === openedId}
                onToggle={onToggle}
                onWrite={onWrite}
                onRemove={onRemove}
              />
            ))}
          </tbody>
        </table>
      </div>
      {question && <PasteAsks question={question} />}
    </>
  );
}

/** The rows in the order they are shown, and the blank one that follows them. */
function useRows(list: string, records: readonly AnyRecord[], newestFirst: boolean) {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const [blankId, setBlankId] = useState(() => blankIdOf(list));
  if (records.some(({ id }) => id === blankId)) {
    // The blank row has become a record: the next blank one follows it.
    endBlank(list);
    setBlankId(blankIdOf(list));
    if (held) setHeld([...held, blankId]);
  }
  const rows = useMemo(() => {
    const sorted = newestFirst ? [...records].reverse() : records;
    if (!held) return sorted;
    const places = new Map(held.map((id, place) => [id, place]));
    const placeOf = ({ id }: AnyRecord) => places.get(id) ?? places.size;
    return [...sorted].sort((one, other) => placeOf(one) - placeOf(other));
  }, [records, newestFirst, held]);
  const begun = useBegun(blankId);
  useEffect(() => () => forgetBegun(blankId), [blankId]);
  const blank = useMemo((): AnyRecord => ({ ...begun, id: blankId }), [begun, blankId]);
  return {
    rows,
    blank,
    hold: () => setHeld((now) => now ?? rows.map(({ id }) => id)),
    release: (event: React.FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setHeld(null);
    },
  };
}
