/** What a view keeps in the address: each choice is a step that Back undoes, but for what is typed letter by letter. */
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";

/** `read` takes the search part of an address; `write` puts the choices into it and leaves what else is there. Both pure. */
export function useAddress<Choices extends object>(
  read: (search: string) => Choices,
  write: (search: string, choices: Choices) => string,
): readonly [Choices, (patch: Partial<Choices>, how?: { readonly replace: boolean }) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const choices = useMemo(() => read(search), [read, search]);
  const choose = useCallback(
    (patch: Partial<Choices>, { replace } = { replace: false }) => {
      // The look writes into the same address, so it is read off the window, where it is newest.
      const now = window.location.search;
      void navigate({ search: write(now, { ...read(now), ...patch }) }, { replace });
    },
    [navigate, read, write],
  );
  return [choices, choose];
}
