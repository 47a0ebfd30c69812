/** The filter of the checks, kept in the address: each change is a step of its own for the Back button. */
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { type HealthFilter, readFilter, writeFilter } from "./healthFilter.ts";

export function useHealthFilter(): readonly [HealthFilter, (next: HealthFilter) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const filter = useMemo(() => readFilter(search), [search]);
  const set = useCallback(
    (next: HealthFilter) => void navigate({ search: writeFilter(window.location.search, next) }),
    [navigate],
  );
  return [filter, set];
}
