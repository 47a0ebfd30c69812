/** The one step out of an empty view: a new card of the type that is missing, open at its title. */
import { addCard } from "@trellis/shared/ops/cards";
import type { CardType } from "@trellis/shared/schema/enums";
import { useCallback } from "react";
import { useEdit } from "../document/useEdit.ts";
import { openAt } from "./panelWish.ts";

export function useFirstCard(): (type: CardType) => void {
  const edit = useEdit();
  return useCallback(
    (type) => {
      const id = edit(addCard, { type });
      if (id) openAt({ id, type }, "title");
    },
    [edit],
  );
}
