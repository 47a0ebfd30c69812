/**
 * The map seen through one framework at a time: what people rated, as a radar with its figures and what the map itself
 * says beside it, and which cards carry which value. A council's own lens works as any other.
 */
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../../document/useSaveState.ts";
import { EmptyView } from "../../../ui/EmptyView.tsx";
import view from "../../../ui/View.module.css";
import { useFirstCard } from "../../../workspace/useFirstCard.ts";
import { endRateWish, useRateWish } from "../rateWish.ts";
import styles from "./Lenses.module.css";
import { LensHead } from "./LensHead.tsx";
import { type ToRate, toRate } from "./lensModel.ts";
import { OwnLensDialog } from "./OwnLensDialog.tsx";
import { RateDialog } from "./RateDialog.tsx";
import { RATE_ID, RatingSection } from "./RatingSection.tsx";
import type { RateAnswers } from "./rateAnswers.ts";
import { TagSection } from "./TagSection.tsx";
import { useLensCommands } from "./useLensCommands.ts";
import { type LensAsking, useLensModel } from "./useLensModel.ts";

/** What one person has begun to rate. */
const draftKey = ({ lens, mission }: ToRate): string => `${lens} ${mission}`;

export function LensesPart() {
  const { t } = useTranslation();
  const here = useLensModel();
  const canEdit = useCanEdit();
  const [asking, ask] = useState<LensAsking>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, RateAnswers | null>>(new Map());
  useLensCommands(here, canEdit ? ask : null);
  const { model, words, snapshot, choose } = here;
  const { lens } = model;
  const rating = toRate(model);
  useWishedRating(rating, canEdit ? ask : null);
  useFocusAfterRating(asking?.kind === "rate");
  const ownLens = (id: string) => snapshot.settings.ownLenses?.find((one) => one.id === id);
  const own = ownLens(lens);
  if (snapshot.cards.size === 0) return <EmptyLenses canEdit={canEdit} />;
  const close = () => ask(null);
  return (
    <section className={`${view.column} ${styles.column}`} aria-label={t("lensView.label")}>
      <LensHead here={here} canEdit={canEdit} ownLens={own} onAsk={ask} />
      {own?.note && (
        <p className={view.lead} dir="auto">
          {own.note}
        </p>
      )}
      {model.all.find((one) => one.lens === lens)?.isRated && (
        <RatingSection
          here={here}
          canEdit={canEdit}
          onRate={() => rating && ask({ kind: "rate", what: rating })}
        />
      )}
      <TagSection here={here} canEdit={canEdit} />
      {asking?.kind === "rate" && (
        <RateDialog
          here={here}
          what={asking.what}
          draft={drafts.get(draftKey(asking.what)) ?? null}
          onDraft={(draft) => setDrafts(new Map([...drafts, [draftKey(asking.what), draft]]))}
          onClose={close}
        />
      )}
      {(asking?.kind === "newLens" || asking?.kind === "editLens") && (
        <OwnLensDialog
          lens={asking.kind === "editLens" ? (ownLens(asking.lens.id) ?? asking.lens) : null}
          others={model.all.flatMap(({ lens: id }) =>
            asking.kind === "editLens" && id === asking.lens.id ? [] : words.lens(id),
          )}
          onClose={close}
          onMade={(id) => choose({ lens: id, earlier: "" })}
        />
      )}
    </section>
  );
}

/** Opens the form that a finding led to, if the lens and mission it is about are those in view. */
function useWishedRating(rating: ToRate | null, ask: ((asking: LensAsking) => void) | null): void {
  const wish = useRateWish();
  useEffect(() => {
    if (!wish) return;
    endRateWish();
    if (rating?.lens !== wish.lens || rating.mission !== wish.mission) return;
    ask?.({ kind: "rate", what: rating });
  }, [wish, rating, ask]);
}

/** The form is closed: the focus stands where it is opened again, since what led to it may be gone. */
function useFocusAfterRating(isRating: boolean): void {
  const wasRating = useRef(false);
  useEffect(() => {
    if (wasRating.current && !isRating) document.getElementById(RATE_ID)?.focus();
    wasRating.current = isRating;
  }, [isRating]);
}

/** One sentence and one step. */
function EmptyLenses({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const first = useFirstCard();
  return (
    <EmptyView title={t("lensView.empty")} next={t(canEdit ? "lensView.emptyNext" : "lensView.emptyRead")}>
      {canEdit && <Button onClick={() => first("mission")}>{t("lensView.addMission")}</Button>}
    </EmptyView>
  );
}
