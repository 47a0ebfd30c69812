/** What changed since a day, by whom, newest first; each card a way into it. The day is in the address. */
import { Button } from "@mantine/core";
import { type CardChange, changersOf, changesSince, countsOf } from "@trellis/shared/derive/changes";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { Tile } from "../../ui/Tile.tsx";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { showDate } from "../../workspace/showDate.ts";
import { useTouches } from "../../workspace/touchesStore.ts";
import { dayOf, personWord } from "../../workspace/touchWords.ts";
import { useAddress } from "../../workspace/useAddress.ts";
import styles from "./Dashboard.module.css";
import { SinceChoices } from "./SinceChoices.tsx";
import { readSince, sinceOf, writeSince } from "./since.ts";

/** Changes listed before somebody asks for the rest; people named beside the first. */
const FEW = 6;
const FEW_PEOPLE = 4;
const KINDS = ["added", "edited", "removed"] as const;
const LIST = new Intl.ListFormat("en-GB");

export function ChangesTile() {
  const { t } = useTranslation();
  const touches = useTouches((state) => state.touches);
  const isFailing = useTouches((state) => state.isFailing);
  const lastVisit = useTouches((state) => state.lastVisit);
  const cards = useMap((snapshot) => snapshot.cards);
  const [choice, choose] = useAddress(readSince, writeSince);
  const since = sinceOf(choice, lastVisit, new Date());
  const changes = useMemo(
    () => (touches ? changesSince(touches, since.at, cards) : null),
    [touches, since.at, cards],
  );
  return (
    <Tile title={t("dashboard.changes.title")}>
      <SinceChoices since={since} hasVisit={lastVisit !== null} onChoose={choose} />
      {isFailing && <p className={view.warn}>{t("dashboard.changes.failing")}</p>}
      {!touches && !isFailing && <p className={styles.line}>{t("dashboard.changes.reading")}</p>}
      {changes && <Summary changes={changes} day={since.day} isVisit={since.isVisit} />}
      {touches && touches.recordedFrom > since.at && (
        <p className={styles.note}>{t("dashboard.changes.recorded", { day: dayOf(touches.recordedFrom) })}</p>
      )}
      {changes && changes.length > 0 && <ChangeList changes={changes} />}
    </Tile>
  );
}

interface SummaryProps {
  readonly changes: readonly CardChange[];
  readonly day: string;
  readonly isVisit: boolean;
}

function Summary({ changes, day, isVisit }: SummaryProps) {
  const { t } = useTranslation();
  const counts = countsOf(changes);
  const since = t(isVisit ? "dashboard.changes.sinceVisit" : "dashboard.changes.since", {
    day: showDate(day),
  });
  if (changes.length === 0) return <p className={styles.line}>{t("dashboard.changes.none", { since })}</p>;
  const said = KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    t(`dashboard.changes.count.${kind}`, { count: counts[kind] }),
  );
  const changers = changersOf(changes);
  const named = changers
    .slice(0, FEW_PEOPLE)
    .map(({ by, cards }) => t("dashboard.changes.person", { person: personWord(by, t), cards }));
  const rest = changers.length - named.length;
  if (rest > 0) named.push(t("dashboard.changes.others", { count: rest }));
  return (
    <>
      <p className={styles.line} data-changes>
        {t("dashboard.changes.said", { counts: LIST.format(said), since })}
      </p>
      <p className={styles.note} data-changers dir="auto">
        {t("dashboard.changes.by", { people: LIST.format(named) })}
      </p>
    </>
  );
}

function ChangeList({ changes }: Pick<SummaryProps, "changes">) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, FEW);
  const hidden = changes.length - shown.length;
  const days = Map.groupBy(shown, ({ at }) => dayOf(at));
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day}>
          <h4 className={styles.day}>{day}</h4>
          <ul className={styles.list} aria-label={t("dashboard.changes.on", { day })}>
            {ofDay.map((change) => (
              <Change key={change.card} change={change} />
            ))}
          </ul>
        </section>
      ))}
      {hidden > 0 && (
        <Button mt={6} size="compact-xs" variant="default" onClick={() => setAll(true)}>
          {t("dashboard.changes.more", { count: hidden })}
        </Button>
      )}
    </>
  );
}

function Change({ change: { card, kind, by, gone } }: { readonly change: CardChange }) {
  const { t } = useTranslation();
  return (
    <li className={styles.item} data-change={kind}>
      {gone ? (
        <span dir="auto">{gone.title || t("dashboard.changes.untitled")}</span>
      ) : (
        <CardButton card={card} />
      )}
      <span className={view.soft} dir="auto">
        {t(`dashboard.changes.kind.${kind}`, { person: personWord(by, t) })}
      </span>
    </li>
  );
}
