/** Setting how likely a risk is or how much it matters, said aloud. */
import { editField } from "@trellis/shared/ops/cards";
import type { CardId } from "@trellis/shared/schema/ids";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useLiveMap } from "../../document/useMap.ts";
import { announce } from "../../workspace/announce.ts";
import { titleOf } from "../../workspace/lookWords.ts";

type Grade = (card: CardId, field: "likelihood" | "impact", value: number | null) => boolean;

/** True when it was set. */
export function useGrade(): Grade {
  const { t } = useTranslation();
  const edit = useEdit();
  const live = useLiveMap();
  return useCallback(
    (card, field, value) => {
      const done = edit((draft) => {
        editField(draft, { card, field, value });
        return true;
      }, null);
      if (!done) return false;
      const word =
        value === null
          ? t("library.risk.notKnown", { name: t(`library.risk.${field}`) })
          : `${t(`library.risk.${field}`)} ${t(`library.risk.${field}s.${value}`)}`;
      announce(t("library.risk.said", { title: titleOf(live.getSnapshot(), card, t), grade: word }));
      return true;
    },
    [edit, live, t],
  );
}
