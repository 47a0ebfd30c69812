/** Changing the map: the shared operations are the only way. */
import { edit, LayoutOrigin, LocalOrigin } from "@trellis/shared/ops/edit";
import { OpError } from "@trellis/shared/ops/opError";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { MAP_LIMITS } from "@trellis/shared/schema/mapLimits";
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../ui/notify.ts";
import { useConnection } from "./MapProvider.tsx";

export interface EditOptions {
  /** Edits in a row with the same key within half a second are one undo step (typing in one field). */
  readonly merge?: string;
  /** A layout run: undone as one step of its own. */
  readonly layout?: boolean;
}

export type Edit = <Args, Result>(
  op: (draft: MapDraft, args: Args) => Result,
  args: Args,
  options?: EditOptions,
) => Result | null;

/**
 * Runs one operation as one transaction and one undo step. Returns its result, or null when the operation refused
 * (a notice says why) or this person may not edit now.
 */
export function useEdit(): Edit {
  const connection = useConnection();
  const { t } = useTranslation();
  const lastMerge = useRef<string | undefined>(undefined);
  return useCallback(
    (op, args, options = {}) => {
      if (!connection.canEdit) {
        notify({ tone: "problem", text: t("errors.editNotNow") });
        return null;
      }
      if (options.merge === undefined || options.merge !== lastMerge.current) connection.undo.stopCapturing();
      lastMerge.current = options.merge;
      const origin = options.layout ? new LayoutOrigin() : new LocalOrigin();
      try {
        return edit(connection.map, origin, (draft) => op(draft, args));
      } catch (error) {
        if (!(error instanceof OpError)) throw error;
        const reason = error.misfit
          ? t(`errors.misfit.${error.misfit.code}`, { limit: error.misfit.limit })
          : "";
        notify({ tone: "problem", text: t(`errors.op.${error.code}`, { reason, ...MAP_LIMITS }) });
        return null;
      }
    },
    [connection, t],
  );
}
