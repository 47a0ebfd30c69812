/** Contributions are written on the card that brings them: found by typing its title, it opens at that place. */
import { Select } from "@mantine/core";
import type { IndicatorReading } from "@trellis/shared/derive/indicators";
import { missionScopes } from "@trellis/shared/derive/parts";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { titleOf } from "../../workspace/lookWords.ts";
import { openAt } from "../../workspace/panelWish.ts";
import { useAnswer } from "../../workspace/useAnswer.ts";
import styles from "./Indicators.module.css";

const GIVERS: ReadonlySet<string> = new Set(["project", "instrument"]);
/** More than this is narrowed by typing. */
const SHOWN = 60;

export function WriteOn({
  reading: { card: indicatorId, missions },
}: {
  readonly reading: IndicatorReading;
}) {
  const { t } = useTranslation();
  const live = useLiveMap();
  const scopes = useAnswer(missionScopes);
  const snapshot = live.getSnapshot();
  const within =
    missions.length === 0 ? [...scopes.values()].flat() : missions.flatMap((one) => scopes.get(one) ?? []);
  const givers = [...new Set(within)].filter((id) => GIVERS.has(snapshot.cards.get(id)?.type ?? ""));
  if (givers.length === 0) return null;
  return (
    <Select
      className={styles.select ?? ""}
      size="xs"
      mt="sm"
      searchable
      selectFirstOptionOnChange
      label={t("indicators.wedge.writeOn")}
      description={givers.length > SHOWN ? t("indicators.wedge.writeOnMany", { count: givers.length }) : null}
      placeholder={t("indicators.wedge.writeOnFind")}
      nothingFoundMessage={t("indicators.wedge.writeOnNone")}
      limit={SHOWN}
      comboboxProps={{ shadow: "md" }}
      value={null}
      data={givers.map((id) => ({ value: id as string, label: titleOf(snapshot, id, t) }))}
      onChange={(value) => {
        const card = live.getSnapshot().cards.get(value as CardId);
        if (card) openAt(card, "contributions", { indicatorId });
      }}
    />
  );
}
