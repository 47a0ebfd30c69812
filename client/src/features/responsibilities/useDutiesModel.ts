/** What the view shows now, and what can be done with it. */
import { type Ask, asking } from "@trellis/shared/derive/ask";
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import { type PhaseChoice, phaseChoices } from "@trellis/shared/derive/matrix";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap, useSnapshot } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { today } from "../../workspace/today.ts";
import { useAddress } from "../../workspace/useAddress.ts";
import { useShownCards } from "../../workspace/useShownCards.ts";
import { DutyChanges } from "./changes.ts";
import { type DutiesAddress, readDuties, writeDuties } from "./dutiesAddress.ts";
import { type DutiesStoreApi, dutiesStoreOf } from "./dutiesStore.ts";
import type { Words } from "./dutyWords.ts";
import { type MatrixTable, matrixTable } from "./matrixTable.ts";

export interface DutiesModel {
  readonly store: DutiesStoreApi;
  readonly snapshot: MapSnapshot;
  readonly ask: Ask;
  readonly words: Words;
  readonly table: MatrixTable;
  readonly phases: readonly PhaseChoice[];
  readonly address: DutiesAddress;
  readonly choose: (patch: Partial<DutiesAddress>) => void;
  readonly canEdit: boolean;
  readonly changes: DutyChanges;
  /** The grid's element takes the keyboard. */
  readonly grid: RefObject<HTMLDivElement | null>;
}

export function useDutiesModel(): DutiesModel {
  const { t } = useTranslation();
  const live = useLiveMap();
  const store = dutiesStoreOf(live);
  const edit = useEdit();
  const canEdit = useCanEdit();
  const snapshot = useSnapshot();
  const { shown } = useShownCards("shown");
  const [address, choose] = useAddress(readDuties, writeDuties);
  const folded = useStore(store, (state) => state.folded);
  const query = useStore(store, (state) => state.query);
  const day = today();
  const ask = useMemo(() => asking(snapshot, { today: day }), [snapshot, day]);
  const phases = ask(phaseChoices);
  const { cards } = snapshot;
  const words = useMemo((): Words => ({ t, cards, phases }), [t, cards, phases]);
  // A phase that is gone, or of another map, reads as of today.
  const phase =
    address.phase === EVERY_PHASE || phases.some((one) => one.phase === address.phase) ? address.phase : "";
  const { by, rows, part } = address;
  const table = useMemo(
    () => matrixTable(snapshot, ask, { by, phase, rows, folded, query, shown }),
    [snapshot, ask, by, phase, rows, folded, query, shown],
  );
  const latest = useRef({ words, phase });
  useEffect(() => {
    latest.current = { words, phase };
  }, [words, phase]);
  const changes = useMemo(() => {
    // A key may come before the page has caught up with the one before, so the map itself is asked.
    const askNow = () => asking(live.getSnapshot(), { today: today() });
    return new DutyChanges(store, edit, () => ({ ...latest.current, ask: askNow() }));
  }, [store, edit, live]);
  const grid = useRef<HTMLDivElement>(null);
  const known = useMemo((): DutiesAddress => ({ by, rows, part, phase }), [by, rows, part, phase]);
  return { store, snapshot, ask, words, table, phases, address: known, choose, canEdit, changes, grid };
}
