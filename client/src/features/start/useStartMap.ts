/** Makes a map and opens it; says why when it could not be made. */
import type { CreateMap } from "@trellis/shared/protocol/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useCreateMap } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";

export interface StartMap {
  readonly start: (input: CreateMap) => void;
  /** A map is being made or opened. */
  readonly busy: boolean;
  /** A sentence about the last attempt, when it failed. */
  readonly problem: string | null;
}

export function useStartMap(): StartMap {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateMap();
  const [problem, setProblem] = useState<string | null>(null);
  const start = (input: CreateMap) => {
    setProblem(null);
    // Not the callbacks of `mutate`: those are dropped when the list with its first map takes this button away.
    create.mutateAsync(input).then(
      ({ id }) => navigate(`/maps/${id}`, { state: { template: input.templateId ?? null } }),
      (error: unknown) => setProblem(problemText(t, error)),
    );
  };
  return { start, busy: create.isPending || create.isSuccess, problem };
}
