/** Leads to the field or the link in which something that is not known can be filled in. */
import type { Open } from "@trellis/shared/derive/money/figures";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { useCanEdit } from "../../document/useSaveState.ts";
import { notify } from "../../ui/notify.ts";
import { chipsPlace, openAt, openLinkAt } from "../../workspace/panelWish.ts";

/** The row of chips in which the money of a card is added. */
export const MONEY_CHIPS = chipsPlace({ type: "funds", end: "to" });
const PROVIDER_CHIPS = chipsPlace({ type: "provides", end: "to" });

/** Sums: who may write is led past the currency to the amount. */
const SUMS: ReadonlySet<string> = new Set(["cost", "total"]);

/** Opens a card at one place of its panel; says so when it is gone. */
export function useOpenAt(): (card: CardId, place: string) => void {
  const live = useLiveMap();
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  return useCallback(
    (id, place) => {
      const card = live.getSnapshot().cards.get(id);
      if (card) openAt(card, canEdit && SUMS.has(place) ? `${place}.amount` : place);
      else notify({ tone: "problem", text: t("funding.gone") });
    },
    [live, t, canEdit],
  );
}

export function useFill(): (open: Open) => void {
  const at = useOpenAt();
  return useCallback(
    (open) => {
      if (open.kind === "link") openLinkAt(open.link, open.field);
      else at(open.card, open.field === "providers" ? PROVIDER_CHIPS : open.field);
    },
    [at],
  );
}
