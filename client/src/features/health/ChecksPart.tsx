/**
 * The health check of the map: thirty checks in seven groups, each with what it found, why it matters and a way to mend
 * it. It gives no total: a single score would be worked for instead of the mission.
 */
import { CHECK_GROUPS } from "@trellis/shared/derive/health/check";
import { type CheckResult, healthCheck } from "@trellis/shared/derive/health/healthCheck";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useLiveMap } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import view from "../../ui/View.module.css";
import { useExportTable } from "../../workspace/exportTable.ts";
import { useAddress } from "../../workspace/useAddress.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import { CheckItem } from "./CheckItem.tsx";
import { EmptyHealth } from "./EmptyHealth.tsx";
import { findingRows } from "./findingRows.ts";
import styles from "./Health.module.css";
import { HealthHead } from "./HealthHead.tsx";
import { isChosen, namedCheck, readFilter, withoutCheck, writeFilter } from "./healthFilter.ts";
import { useHealthCommands } from "./useHealthCommands.ts";

export function ChecksPart() {
  const { t } = useTranslation();
  const live = useLiveMap();
  const canEdit = useCanEdit();
  const exportTable = useExportTable();
  const { results, groups } = useAnswer(healthCheck);
  const [filter, setFilter] = useAddress(readFilter, writeFilter);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  useNamedCheck(setOpen);
  const [drafts, onDraft] = useDrafts();
  const shown = useMemo(
    // A check for which somebody writes a reason stays, whatever it has become meanwhile.
    () => results.filter((result) => isChosen(filter, result) || drafts.has(result.id)),
    [results, filter, drafts],
  );
  const onToggle = useCallback(
    (id: string) =>
      setOpen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const openAll = useCallback(
    (isOpen: boolean) => setOpen(new Set(isOpen ? results.map(({ id }) => id) : [])),
    [results],
  );
  const onExport = useCallback(
    () => exportTable(t("health.label"), () => findingRows(shown, live.getSnapshot(), t)),
    [exportTable, t, shown, live],
  );
  useHealthCommands({ onFilter: setFilter, onExport, openAll });
  const isEmpty = results.every(({ state }) => state === "not_applicable" || state === "switched_off");
  if (isEmpty) return <EmptyHealth canEdit={canEdit} />;
  return (
    <div className={view.column}>
      <HealthHead groups={groups} filter={filter} onFilter={setFilter} onExport={onExport} />
      <Checks {...{ shown, open, canEdit, drafts, onToggle, onDraft }} />
    </div>
  );
}

/** Opens the check that the address names and goes to it; the address then names it no more. */
function useNamedCheck(setOpen: (change: (open: ReadonlySet<string>) => ReadonlySet<string>) => void): void {
  const { search } = useLocation();
  const navigate = useNavigate();
  const check = namedCheck(search);
  useEffect(() => {
    if (check === null) return;
    setOpen((open) => new Set(open).add(check));
    const opener = document.querySelector<HTMLElement>(`[data-opener="${CSS.escape(check)}"]`);
    opener?.scrollIntoView({ block: "start" });
    opener?.focus({ preventScroll: true });
    void navigate({ search: withoutCheck(search) }, { replace: true });
  }, [check, search, navigate, setOpen]);
}

type Drafts = ReadonlyMap<string, string>;

/** Reasons that are being written, by check. They outlive the folding of a check and what others do to it. */
function useDrafts(): [Drafts, (id: string, draft: string | null) => void] {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const onDraft = useCallback(
    (id: string, draft: string | null) =>
      setDrafts((before) => {
        const next = new Map(before);
        if (draft === null) next.delete(id);
        else next.set(id, draft);
        return next;
      }),
    [],
  );
  return [drafts, onDraft];
}

interface ChecksProps {
  readonly shown: readonly CheckResult[];
  readonly open: ReadonlySet<string>;
  readonly canEdit: boolean;
  readonly drafts: Drafts;
  readonly onToggle: (id: string) => void;
  readonly onDraft: (id: string, draft: string | null) => void;
}

function Checks({ shown, open, canEdit, drafts, onToggle, onDraft }: ChecksProps) {
  const { t } = useTranslation();
  if (shown.length === 0) return <p className={styles.line}>{t("health.nothing")}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons in it, which have the focus
    <div onKeyDown={onArrows}>
      {CHECK_GROUPS.filter((group) => shown.some((result) => result.group === group)).map((group) => (
        <section key={group} className={styles.group} aria-labelledby={`health-${group}`}>
          <h2 id={`health-${group}`} className={styles.groupName}>
            {t(`checkGroup.${group}`)}
          </h2>
          <ul className={styles.checks}>
            {shown
              .filter((result) => result.group === group)
              .map((result) => (
                <CheckItem
                  key={result.id}
                  result={result}
                  isOpen={open.has(result.id)}
                  canEdit={canEdit}
                  draft={drafts.get(result.id) ?? null}
                  onToggle={onToggle}
                  onDraft={onDraft}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** From check to check; elsewhere in a check the keys mean what they always mean. */
function onArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-opener]")];
  const at = openers.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  openers[step(at, openers.length)]?.focus();
}
