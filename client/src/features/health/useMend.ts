/** Does what a finding asks for at one click: the field is open, the missing card is there to be named, the card confirmed. */
import type { Finding, Mend } from "@trellis/shared/derive/health/check";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap } from "../../document/useMap.ts";
import { notify } from "../../ui/notify.ts";
import { chipsPlace, openAt, openLinkAt } from "../../workspace/panelWish.ts";
import { showCard } from "../../workspace/showCard.ts";
import { useConfirmCard } from "../../workspace/useConfirmCard.ts";
import { addMissing, cardToTag, ratingSearch } from "./mending.ts";
import { wishToRate } from "./rateWish.ts";

export function useShow(): (card: CardId) => void {
  const live = useLiveMap();
  const { t } = useTranslation();
  return useCallback(
    (id) => {
      const card = live.getSnapshot().cards.get(id);
      if (card) showCard(card);
      else notify({ tone: "problem", text: t("health.gone") });
    },
    [live, t],
  );
}

export function useMend(): (finding: Finding & { readonly mend: Mend }) => void {
  const live = useLiveMap();
  const edit = useEdit();
  const confirm = useConfirmCard();
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useCallback(
    ({ mend }) => {
      const rate = (lens: string, mission: CardId): void => {
        wishToRate({ lens, mission });
        void navigate({ search: ratingSearch(window.location.search, lens, mission) });
      };
      const at = (id: CardId | null, place: string): void => {
        const card = id === null ? undefined : live.getSnapshot().cards.get(id);
        if (card) openAt(card, place);
        else notify({ tone: "problem", text: t("health.gone") });
      };
      switch (mend.kind) {
        case "field":
          return at(mend.card, mend.field);
        case "linkField":
          return openLinkAt(mend.link, mend.field);
        case "card": {
          // Refused, and said so: nothing to lead to.
          const id = edit(addMissing, mend);
          if (id) openAt({ id, type: mend.type }, "title");
          return;
        }
        case "link":
          return at(mend.other, chipsPlace(mend));
        case "rate":
          return rate(mend.lens, mend.card);
        case "review":
          return confirm(mend.card);
        case "lens":
          return at(cardToTag(live.getSnapshot(), mend.lens), `lenses.${mend.lens}`);
      }
    },
    [live, edit, confirm, t, navigate],
  );
}
