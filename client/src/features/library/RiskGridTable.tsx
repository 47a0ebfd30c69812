/** The 5 x 5 grid. Arrows walk between its risks, Ctrl and an arrow moves one; scores and frames tell without colour. */
import type { GridCell, PlacedRisk, RiskGrid } from "@trellis/shared/derive/riskGrid";
import type { CardId } from "@trellis/shared/schema/ids";
import { type FocusEvent, type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap, useMap } from "../../document/useMap.ts";
import view from "../../ui/View.module.css";
import { announce } from "../../workspace/announce.ts";
import { CardMenu } from "../../workspace/CardMenu.tsx";
import { titleOf } from "../../workspace/lookWords.ts";
import { showCard } from "../../workspace/showCard.ts";
import styles from "./Library.module.css";
import { movedTo, riskKey, shownIn, walkedTo } from "./riskMoves.ts";
import { sameRisk } from "./sameRisk.ts";
import { useGrade } from "./useGrade.ts";

/** From here on a risk needs a mitigation and an owner (check H26). */
const HIGH = 15;
const MIDDLE = 8;
export const bandOf = (score: number): "high" | "middle" | "low" =>
  score >= HIGH ? "high" : score >= MIDDLE ? "middle" : "low";

interface RiskGridTableProps {
  readonly rows: RiskGrid["rows"];
  readonly canEdit: boolean;
}

export const RiskGridTable = memo(function RiskGridTable({ rows, canEdit }: RiskGridTableProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const { current, shown, ...keys } = useRiskKeys(rows, table, canEdit);
  return (
    <div className={styles.gridBox}>
      <table className={styles.grid} ref={table} {...keys}>
        <caption className={view.legend}>
          {t(canEdit ? "library.risk.caption" : "library.risk.captionRead")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("library.risk.axes")}</th>
            {[1, 2, 3, 4, 5].map((impact) => (
              <th key={impact} scope="col">
                {t(`library.risk.impacts.${impact}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((cells, row) => (
            <tr key={cells[0]?.likelihood}>
              <th scope="row">{t(`library.risk.likelihoods.${cells[0]?.likelihood ?? 1}`)}</th>
              {cells.map((cell, column) => (
                <td
                  key={cell.impact}
                  data-band={bandOf(cell.score)}
                  data-cell={`${cell.likelihood}-${cell.impact}`}
                >
                  <span className={styles.cellScore} aria-hidden="true">
                    {cell.score}
                  </span>
                  {cell.risks.map((risk) => (
                    <RiskChip key={risk.card} risk={risk} isCurrent={risk.card === current} />
                  ))}
                  <More all={rows[row]?.[column]?.risks ?? []} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

/** Risks of a cell that are not shown in it, as a list to open. */
function More({ all, cell }: { readonly all: readonly PlacedRisk[]; readonly cell: GridCell }) {
  const { t } = useTranslation();
  const shown = new Set(cell.risks.map(({ card }) => card));
  const rest = all.filter(({ card }) => !shown.has(card));
  if (rest.length === 0) return null;
  const { likelihood, impact } = cell;
  return (
    <CardMenu
      cards={rest.map(({ card }) => card)}
      label={t("library.risk.more", { count: rest.length })}
      name={t("library.risk.cell", { count: rest.length, likelihood, impact })}
    />
  );
}

function useRiskKeys(
  rows: RiskGrid["rows"],
  table: React.RefObject<HTMLTableElement | null>,
  canEdit: boolean,
) {
  const { t } = useTranslation();
  const live = useLiveMap();
  const grade = useGrade();
  const [wanted, setCurrent] = useState<CardId | null>(null);
  const shown = rows.map((cells) =>
    cells.map((cell): GridCell => ({ ...cell, risks: shownIn(cell.risks, wanted) })),
  );
  const risks = shown.flat().flatMap((cell) => cell.risks);
  const current = risks.some(({ card }) => card === wanted) ? wanted : (risks[0]?.card ?? null);
  /** The risk that has the focus: moved by anybody, it is drawn anew in another cell, and keeps it. */
  const focused = useRef<CardId | null>(null);
  const focus = (card: CardId) => table.current?.querySelector<HTMLElement>(`[data-risk="${card}"]`)?.focus();
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (focused.current !== null && (activeElement === null || activeElement === body))
      focus(focused.current);
  });
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    focused.current = (event.target.dataset.risk ?? null) as CardId | null;
    setCurrent(focused.current);
  };
  const onBlur = ({ target }: FocusEvent<HTMLElement>) =>
    // Where it was taken away by being drawn anew it is gone by then, and has not lost the focus.
    queueMicrotask(() => {
      if (target.isConnected && target.dataset.risk === focused.current) focused.current = null;
    });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const key = riskKey(event);
    const at = (event.target as HTMLElement).dataset.risk as CardId | undefined;
    if (!key || !at) return;
    if (key.kind === "walk") {
      const next = walkedTo(shown, at, key.way);
      event.preventDefault();
      if (next) focus(next);
      return;
    }
    if (!canEdit) return;
    event.preventDefault();
    // A key may come before the page has caught up with the one before, so the map itself is asked.
    const risk = live.getSnapshot().cards.get(at);
    const move = risk?.type === "risk" ? movedTo(risk, key.way) : null;
    if (move) grade(at, move.field, move.value);
    else announce(t("library.risk.edge"));
  };
  return { current, shown, onKeyDown, onFocus, onBlur };
}

interface RiskChipProps {
  readonly risk: PlacedRisk;
  readonly isCurrent: boolean;
}

const sameChip = (one: RiskChipProps, other: RiskChipProps): boolean =>
  one.isCurrent === other.isCurrent && sameRisk(one.risk, other.risk);

const RiskChip = memo(function RiskChip({ risk, isCurrent }: RiskChipProps) {
  const { t } = useTranslation();
  const live = useLiveMap();
  const { card, kind, likelihood, impact, score } = risk;
  const title = useMap((snapshot) => titleOf(snapshot, card, t));
  const sort = kind === null || kind === "risk" ? null : t(`enum.riskKind.${kind}`);
  const show = () => {
    const found = live.getSnapshot().cards.get(card);
    if (found) showCard(found);
  };
  return (
    <button
      type="button"
      className={styles.riskChip}
      data-risk={card}
      data-kind={kind ?? undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t("library.risk.chip", {
        title: sort === null ? title : `${title} ${sort}`,
        likelihood,
        impact,
        score,
      })}
      onClick={show}
    >
      <span className={styles.chipTitle} dir="auto">
        {title}
      </span>{" "}
      {sort && <span className={styles.chipKind}>{sort}</span>}
    </button>
  );
}, sameChip);
