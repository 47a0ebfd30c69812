import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useLiveMap } from "../document/useMap.ts";
import { problemText } from "../http/problemText.ts";
import { confirmCards } from "../http/touches.ts";
import { notify } from "../ui/notify.ts";
import { titleOf } from "./lookWords.ts";

/** Says on this person's behalf that a card is still right, and tells them that it was taken, or why not. */
export function useConfirmCard(): (card: CardId) => void {
  const { t } = useTranslation();
  const live = useLiveMap();
  const { mapId = "" } = useParams<"mapId">();
  const underWay = useRef(new Set<CardId>());
  return useCallback(
    (card) => {
      if (underWay.current.has(card)) return;
      underWay.current.add(card);
      const title = titleOf(live.getSnapshot(), card, t);
      confirmCards(mapId, [card])
        .then(
          () => notify({ text: t("review.done", { title }), subject: `review ${card}` }),
          (error: unknown) =>
            notify({ tone: "problem", text: t("review.failed", { title, problem: problemText(t, error) }) }),
        )
        .finally(() => underWay.current.delete(card));
    },
    [live, mapId, t],
  );
}
