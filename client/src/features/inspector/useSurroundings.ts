/** What the controls of a form need of the map besides their own value. */
import { useMemo } from "react";
import { useCanEdit } from "../../document/useSaveState.ts";
import { useReferences } from "../../workspace/values/references.ts";
import type { FormSurroundings } from "./formContext.ts";

export function useSurroundings(ownerKey: string, ownerType: string | null): FormSurroundings {
  const readOnly = !useCanEdit();
  const references = useReferences();
  return useMemo(
    () => ({ ...references, ownerKey, ownerType, readOnly }),
    [references, ownerKey, ownerType, readOnly],
  );
}
