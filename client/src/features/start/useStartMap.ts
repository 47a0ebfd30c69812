/** Makes a map and opens it; says why when it could not be made. */
import type { CreateMap } from "@trellis/shared/protocol/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useCreateMap } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { notify } from "../../ui/notify.ts";

export interface StartMap {
  readonly start: (input: CreateMap) => void;
  /** What is being made now, by the key given to `start`. */
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
      ({ id }) => navigate(`/maps/${id}`),
      (error: unknown) => {
        const text = problemText(t, error);
        setProblem(text);
        notify({ tone: "problem", text });
      },
    );
  };
  return { start, busy: create.isPending || create.isSuccess, problem };
}
