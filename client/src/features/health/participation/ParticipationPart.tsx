/**
 * Who took part, how deeply, and what came of it: five figures with their definitions and the cards behind them, then
 * the groups, the places, the classes of people and the records themselves. Holes are named, with one step to fill them.
 */
import { Button, NativeSelect } from "@mantine/core";
import { asking } from "@trellis/shared/derive/ask";
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSnapshot } from "../../../document/useMap.ts";
import { useCanEdit } from "../../../document/useSaveState.ts";
import { EmptyView } from "../../../ui/EmptyView.tsx";
import view from "../../../ui/View.module.css";
import { titleOf } from "../../../workspace/lookWords.ts";
import { openAt } from "../../../workspace/panelWish.ts";
import { TableSection } from "../../../workspace/TableSection.tsx";
import { useAddress } from "../../../workspace/useAddress.ts";
import { contextNow } from "../../../workspace/useAnswer.ts";
import { useFirstCard } from "../../../workspace/useFirstCard.ts";
import { FigureTile } from "./FigureTile.tsx";
import { type Taking, taking } from "./figures.ts";
import { GroupTable } from "./GroupTable.tsx";
import styles from "./Participation.module.css";
import { ClassTable, PlaceTable } from "./PlaceTables.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { readMission, writeMission } from "./takingAddress.ts";
import {
  classRows,
  figureRows,
  groupRows,
  type PartHere,
  placeRows,
  recordRows,
  type TakingWords,
} from "./takingRows.ts";
import { useTakingCommands } from "./useTakingCommands.ts";

export function ParticipationPart() {
  const { t } = useTranslation();
  const snapshot = useSnapshot();
  const canEdit = useCanEdit();
  const first = useFirstCard();
  const [{ mission }, choose] = useAddress(readMission, writeMission);
  const here = useMemo((): PartHere => {
    const at = (field: string) => (id: CardId) => {
      const card = snapshot.cards.get(id);
      if (card) openAt(card, field);
    };
    return {
      found: taking(asking(snapshot, contextNow()), snapshot, mission),
      words: { t, title: (card) => titleOf(snapshot, card, t) },
      addAt: canEdit ? at("participation") : null,
      classAt: canEdit ? at("stakeholderClass") : null,
    };
  }, [snapshot, mission, canEdit, t]);
  const { found, words, addAt } = here;
  useTakingCommands(here);
  if (found.isEmpty)
    return (
      <EmptyView
        title={t("participation.empty")}
        next={t(canEdit ? "participation.emptyNext" : "participation.emptyRead")}
      >
        {canEdit && <Button onClick={() => first("mission")}>{t("participation.addMission")}</Button>}
      </EmptyView>
    );
  const rows = (make: (found: Taking, words: TakingWords) => ReturnType<typeof groupRows>) => () =>
    make(found, words);
  const addTo = found.mission || found.missions[0];
  return (
    <section className={view.column} aria-label={t("participation.label")}>
      <div className={styles.head}>
        {found.missions.length > 1 && (
          <NativeSelect
            className={styles.mission ?? ""}
            label={t("participation.of")}
            value={found.mission}
            onChange={(event) => choose({ mission: event.currentTarget.value })}
            data={[
              { value: "", label: t("participation.wholeMap") },
              ...found.missions.map((id) => ({ value: id as string, label: words.title(id) })),
            ]}
          />
        )}
        <p className={view.lead}>
          {t("participation.records", { count: found.places.occasions.length })}
          {found.places.planned.length > 0 &&
            ` ${t("participation.planned", { count: found.places.planned.length })}`}
        </p>
        {addAt && addTo && (
          <Button
            size="compact-md"
            variant={found.places.occasions.length === 0 ? "filled" : "default"}
            onClick={() => addAt(addTo)}
          >
            {t("participation.add")}
          </Button>
        )}
      </div>
      <TableSection title={t("participation.figures")} rows={rows(figureRows)}>
        <div className={styles.figures}>
          {found.figures.map((figure) => (
            <FigureTile key={figure.name} figure={figure} />
          ))}
        </div>
      </TableSection>
      <TableSection title={t("participation.groups")} rows={rows(groupRows)}>
        <GroupTable here={here} />
      </TableSection>
      <TableSection title={t("participation.places")} rows={rows(placeRows)}>
        <PlaceTable here={here} />
      </TableSection>
      <TableSection title={t("participation.classes")} rows={rows(classRows)}>
        <ClassTable here={here} />
      </TableSection>
      <TableSection title={t("participation.changes")} rows={rows(recordRows)}>
        <RecordTable here={here} />
      </TableSection>
    </section>
  );
}
