/** Does what a finding asks for at one click: the field is open, the missing card is there to be named, the card confirmed. */
import type { Finding, Mend } from "@trellis/shared/derive/health/check";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap } from "../../document/useMap.ts";
import { notify } from "../../ui/notify.ts";
import { chipsPlace, openAt, openLinkAt } from "../../workspace/panelWish.ts";
import { showCard } from "../../workspace/showCard.ts";
import { useConfirmCard } from "../../workspace/useConfirmCard.ts";
import { addMissing, cardToTag } from "./mending.ts";

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
  return useCallback(
    ({ mend }) => {
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
          return at(mend.card, "assessments");
        case "review":
          return confirm(mend.card);
        case "lens":
          return at(cardToTag(live.getSnapshot(), mend.lens), `lenses.${mend.lens}`);
      }
    },
    [live, edit, confirm, t],
  );
}
