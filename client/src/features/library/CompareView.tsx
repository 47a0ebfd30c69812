/** Cases like one of this map, or like a place that is typed in, over every map this login may read. */
import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { type Case, COMPARED, tellsOfItsPlace } from "@trellis/shared/derive/library";
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { QueryScope } from "../../http/QueryScope.tsx";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { openAt } from "../../workspace/panelWish.ts";
import { CaseForm } from "./CaseForm.tsx";
import { CaseResults } from "./CaseResults.tsx";
import { Fact, Facts } from "./Facts.tsx";
import styles from "./Library.module.css";
import type { ComparedWith } from "./libraryAddress.ts";
import { cardOf } from "./libraryWords.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

interface CompareViewProps {
  readonly model: LibraryModel;
  readonly like: ComparedWith;
}

export function CompareView({ model, like }: CompareViewProps) {
  const { t } = useTranslation();
  const card = like.kind === "card" ? cardOf(model.snapshot, like.card, "evidence") : undefined;
  const isThere = card !== undefined;
  const [group, profile] = [card?.group ?? null, card?.caseProfile ?? null];
  // The same while nothing that is compared has changed, so that nothing is compared anew.
  const one = useMemo((): Case | null => {
    if (like.kind === "typed") return { group: like.place.group, profile: like.place };
    return isThere ? { group, profile } : null;
  }, [like, isThere, group, profile]);
  const isTold = one !== null && tellsOfItsPlace(one.group, one.profile);
  return (
    <div className={view.column}>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowLeft size={16} stroke={1.7} />}
        onClick={() => model.choose({ like: null })}
      >
        {t("library.compare.back")}
      </Button>
      <section className={styles.compared} aria-labelledby="library-compared">
        <h2 className={styles.comparedTitle} id="library-compared">
          {like.kind === "typed" ? (
            t("library.compare.typedTitle")
          ) : (
            <>
              {t("library.compare.title")} <CardButton card={like.card} />
            </>
          )}
        </h2>
        {like.kind === "typed" ? (
          <CaseForm place={like.place} onFind={(place) => model.choose({ like: { kind: "typed", place } })} />
        ) : one === null ? (
          <p className={view.lead}>{t("library.compare.gone")}</p>
        ) : (
          <Profile one={one} card={like.card} canEdit={model.canEdit} />
        )}
      </section>
      {one && isTold && (
        <QueryScope>
          <CaseResults one={one} except={like.kind === "card" ? like.card : null} canEdit={model.canEdit} />
        </QueryScope>
      )}
    </div>
  );
}

interface ProfileProps {
  readonly one: Case;
  readonly card: CardId;
  readonly canEdit: boolean;
}

function Profile({ one, card, canEdit }: ProfileProps) {
  const { t } = useTranslation();
  const told = COMPARED.flatMap((field) => {
    const value = field === "group" ? one.group : one.profile?.[field];
    return value?.trim() ? [{ field, value }] : [];
  });
  return (
    <>
      {told.length === 0 ? (
        <p className={view.lead}>{t("library.compare.nothingTold")}</p>
      ) : (
        <Facts>
          {told.map(({ field, value }) => (
            <Fact key={field} name={t(`field.${field}`)} value={value} />
          ))}
        </Facts>
      )}
      {canEdit && told.length < COMPARED.length && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => openAt({ id: card, type: "evidence" }, "caseProfile")}
        >
          {t(told.length === 0 ? "library.compare.tell" : "library.compare.tellMore")}
        </Button>
      )}
    </>
  );
}
