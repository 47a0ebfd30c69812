/** Does what a finding asks for at one click: the field is open, the missing card is there to be named, the card confirmed. */
import type { Finding, Mend } from "@trellis/shared/derive/health/check";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useBodies } from "../../document/useBodies.ts";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap } from "../../document/useMap.ts";
import { useUndo } from "../../document/useUndo.ts";
import { notify } from "../../ui/notify.ts";
import { PHONE_QUERY } from "../../ui/usePhone.ts";
import { chipsPlace, openAt, openLinkAt } from "../../workspace/panelWish.ts";
import { showCard } from "../../workspace/showCard.ts";
import { unsavedTexts } from "../../workspace/unsavedTexts.ts";
import { useConfirmCard } from "../../workspace/useConfirmCard.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import { isAsMade, onceLeft } from "./blankCard.ts";
import { addMissing, cardToTag, ratingSearch, searchOfView } from "./mending.ts";
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

/** Takes a card just added away again when it is left blank. It outlives the list of findings, which may go meanwhile. */
function useGoIfBlank(): (id: CardId) => void {
  const live = useLiveMap();
  const bodies = useBodies();
  const { undo, lastStep } = useUndo();
  const { mapId = "" } = useParams<"mapId">();
  return useCallback(
    (id) => {
      const made = live.getSnapshot();
      const step = lastStep();
      onceLeft(id, () => {
        const isMapOpen = window.location.pathname.startsWith(`/maps/${mapId}`);
        const hasWords = bodies([id]).size > 0 || unsavedTexts.all().some(({ card }) => card === id);
        if (!isMapOpen || hasWords || lastStep() !== step || !isAsMade(made, live.getSnapshot(), id)) return;
        // Said like any other undo.
        undo();
      });
    },
    [live, bodies, undo, lastStep, mapId],
  );
}

export function useMend(): (finding: Finding & { readonly mend: Mend }) => void {
  const live = useLiveMap();
  const edit = useEdit();
  const confirm = useConfirmCard();
  const goIfBlank = useGoIfBlank();
  const navigate = useNavigate();
  const { mapId = "" } = useParams<"mapId">();
  const { t } = useTranslation();
  return useCallback(
    ({ mend }) => {
      const leadTo = (view: string, search: string): void => {
        // The panel would cover what it leads to.
        if (window.matchMedia(PHONE_QUERY).matches) workspaceStore.getState().closePanel();
        void navigate({ pathname: `/maps/${mapId}/${view}`, search });
      };
      const rate = (lens: string, mission: CardId): void => {
        wishToRate({ lens, mission });
        leadTo("health", ratingSearch(window.location.search, lens, mission));
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
          if (!id) return;
          openAt({ id, type: mend.type }, "title");
          goIfBlank(id);
          return;
        }
        case "link":
          return at(mend.other, chipsPlace(mend));
        case "rate":
          return rate(mend.lens, mend.card);
        case "review":
          return confirm(mend.card);
        case "open":
          return at(mend.card, mend.field);
        case "endRole":
          return at(mend.card, chipsPlace({ type: "responsible", end: "to", role: mend.role }));
        case "view":
          return leadTo(mend.view, searchOfView(mend, window.location.search));
        case "lens":
          return at(cardToTag(live.getSnapshot(), mend.lens), `lenses.${mend.lens}`);
      }
    },
    [live, edit, confirm, goIfBlank, t, navigate, mapId],
  );
}
