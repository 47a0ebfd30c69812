import { Button } from "@mantine/core";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import type { PartHere } from "./takingRows.ts";

/** Opens a card where its records of participation are. */
export function RowAdd({ here: { addAt, words }, card }: { readonly here: PartHere; readonly card: CardId }) {
  const { t } = useTranslation();
  if (!addAt) return null;
  return (
    <Button
      size="compact-xs"
      variant="light"
      aria-label={t("participation.addTo", { title: words.title(card) })}
      onClick={() => addAt(card)}
    >
      {t("participation.addShort")}
    </Button>
  );
}
