/** A new card of the type that a part of the library is about, open at its title. */
import { addCard, type NewCard } from "@trellis/shared/ops/cards";
import { useCallback } from "react";
import { useEdit } from "../../document/useEdit.ts";
import { openAt } from "../../workspace/panelWish.ts";
import type { Part } from "./libraryAddress.ts";

/** A choice to be made is open; a risk is a risk until somebody calls it a barrier. */
const NEW: Readonly<Record<Part, NewCard>> = {
  evidence: { type: "evidence", fields: { kind: "case_study" } },
  decisions: { type: "decision", fields: { status: "open" } },
  risks: { type: "risk", fields: { kind: "risk" } },
  portfolio: { type: "project" },
};

export function useAddCard(): (part: Part) => void {
  const edit = useEdit();
  return useCallback(
    (part) => {
      const id = edit(addCard, NEW[part]);
      if (id) openAt({ id, type: NEW[part].type }, "title");
    },
    [edit],
  );
}
