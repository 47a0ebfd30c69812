/** Says what has to be there first, with one button that adds it. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyView } from "../../ui/EmptyView.tsx";
import { useFirstCard } from "../../workspace/useFirstCard.ts";

interface EmptyPartProps {
  readonly canEdit: boolean;
  readonly add: "mission" | "actor";
}

export function EmptyPart({ canEdit, add }: EmptyPartProps) {
  const { t } = useTranslation();
  const begin = useFirstCard();
  return (
    <EmptyView
      title={t(`responsibilities.empty.${add}`)}
      next={canEdit ? t(`responsibilities.emptyNext.${add}`) : ""}
    >
      {canEdit && <Button onClick={() => begin(add)}>{t(`responsibilities.add.${add}`)}</Button>}
    </EmptyView>
  );
}
