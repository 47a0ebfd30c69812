/** One case found: how alike it is and why, from which map, what was learnt, and the way to take it over. */
import { Button } from "@mantine/core";
import { type Case, COMPARED, comparedText } from "@trellis/shared/derive/library";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useEdit } from "../../document/useEdit.ts";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { percent } from "../../workspace/moneyWords.ts";
import { showDate } from "../../workspace/showDate.ts";
import { useUndoNotice } from "../../workspace/useUndoNotice.ts";
import type { ComparedCase } from "./comparing.ts";
import { copyCase } from "./copyCase.ts";
import { Fact, Facts } from "./Facts.tsx";
import styles from "./Library.module.css";

interface CaseResultProps {
  readonly one: Case;
  readonly result: ComparedCase;
  readonly canCopy: boolean;
  /** A card with its title and year is on this map. */
  readonly isHere: boolean;
}

export function CaseResult({ one, result, canCopy, isHere }: CaseResultProps) {
  const { t } = useTranslation();
  const { found, score, reasons } = result;
  const { map, lesson, transferable, transferableWhy } = found;
  const title = found.title || t("look.untitled");
  const told = [found.kind && t(`enum.evidenceKind.${found.kind}`), found.year && showDate(found.year)];
  return (
    <li className={styles.entry} data-case={found.card}>
      <div className={styles.entryHead}>
        <h3 className={styles.entryTitle} dir="auto">
          {map === null ? <CardButton card={found.card as CardId} /> : title}
        </h3>
        <span className={styles.score}>
          {t("library.compare.alike", { share: percent(score), count: reasons.length, all: COMPARED.length })}
        </span>
      </div>
      <p className={styles.told}>
        {[...told.filter(Boolean), map === null ? t("library.compare.ofThisMap") : null]
          .filter(Boolean)
          .join(" · ")}
        {map && (
          <>
            {told.some(Boolean) && " · "}
            <Link
              className={view.card ?? ""}
              to={{ pathname: `/maps/${map.id}/library`, search: `?card=${encodeURIComponent(found.card)}` }}
              aria-label={t("library.compare.openNamed", { title, map: map.title })}
            >
              {t("library.compare.onMap", { map: map.title || t("map.untitled") })}
            </Link>
          </>
        )}
      </p>
      <Reasons one={one} result={result} />
      <Facts>
        {lesson && <Fact name={t("field.lesson")} value={lesson} />}
        {(transferable ?? transferableWhy) !== null && (
          <Fact
            name={t("field.transferable")}
            value={[transferable && t(`enum.transferable.${transferable}`), transferableWhy]
              .filter(Boolean)
              .join(" – ")}
          />
        )}
        {found.profile.contactRole && (
          <Fact name={t("field.contactRole")} value={found.profile.contactRole} />
        )}
      </Facts>
      {canCopy && (isHere ? <p className={view.soft}>{t("library.copy.here")}</p> : <Copy result={result} />)}
    </li>
  );
}

/** What both say of their places, field by field, and how much of it they share. */
function Reasons({ one, result: { found, reasons } }: Pick<CaseResultProps, "one" | "result">) {
  const { t } = useTranslation();
  return (
    <ul className={styles.reasons} aria-label={t("library.compare.why")}>
      {reasons.map(({ field, share, shared }) => (
        <li key={field} data-share={share > 0 || undefined}>
          <span className={styles.reasonName}>{t(`field.${field}`)}</span> {percent(share)}:{" "}
          {shared.length > 0
            ? t("library.compare.sharedWords", { words: shared.join(", ") })
            : t(share > 0 ? "library.compare.sizes" : "library.compare.nothingShared", {
                one: comparedText(one, field),
                other: comparedText(found, field),
              })}
        </li>
      ))}
    </ul>
  );
}

function Copy({ result: { found } }: Pick<CaseResultProps, "result">) {
  const { t } = useTranslation();
  const edit = useEdit();
  const noticeUndo = useUndoNotice();
  const copy = () => {
    const from = t("library.copy.from", { map: found.map?.title || t("map.untitled") });
    if (edit(copyCase, { found, from }))
      noticeUndo(t("library.copy.done", { title: found.title || t("look.untitled") }));
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t("library.copy.named", { title: found.title || t("look.untitled") })}
      onClick={copy}
    >
      {t("library.copy.do")}
    </Button>
  );
}
