/** One mission: what it is to reach and by when, who answers, what waits for a decision, how far its work is. */
import type { MissionTile } from "@trellis/shared/derive/dashboard";
import type { CardId } from "@trellis/shared/schema/ids";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Tile } from "../../ui/Tile.tsx";
import view from "../../ui/View.module.css";
import { CardButton } from "../../workspace/CardButton.tsx";
import { statusWord } from "../../workspace/lookWords.ts";
import styles from "./Dashboard.module.css";
import { DecisionList } from "./DecisionList.tsx";
import { FundingTile } from "./FundingTile.tsx";
import { LoadList } from "./LoadList.tsx";
import { PhaseTile } from "./PhaseTile.tsx";
import { VerdictList } from "./VerdictList.tsx";

interface MissionSectionProps {
  readonly tile: MissionTile;
  /** Further tiles, where this is the only mission and so the whole map. */
  readonly children?: ReactNode;
}

export function MissionSection({ tile, children }: MissionSectionProps) {
  const { t } = useTranslation();
  const id = useId();
  const { mission, statement, accountable, champions, convenors } = tile;
  return (
    <section className={styles.mission} aria-labelledby={id} data-mission={mission}>
      <div className={styles.head}>
        <div className={styles.words}>
          <p className={styles.kicker}>{t("dashboard.mission")}</p>
          <h2 className={styles.title} id={id}>
            <CardButton card={mission} />
          </h2>
          <p className={styles.statement} dir="auto">
            {statement ?? t("dashboard.noStatement")}
          </p>
        </div>
        <YearsLeft tile={tile} />
      </div>
      <div className={view.tiles}>
        <Tile title={t("dashboard.answers.title")}>
          <dl className={styles.roles}>
            <Holders name="accountable" actors={accountable} />
            <Holders name="champion" actors={champions} />
            <Holders name="convenor" actors={convenors} />
          </dl>
        </Tile>
        <Tile title={t("dashboard.load.title")}>
          <LoadList tile={tile} />
        </Tile>
        <Tile title={t("dashboard.indicators.title")}>
          <VerdictList tile={tile} isOnly={children !== undefined} />
        </Tile>
        <Tile title={t("dashboard.decisions.title")}>
          <DecisionList decisions={tile.decisions} />
        </Tile>
        <Tile title={t("dashboard.work.title")}>
          <Statuses tile={tile} />
        </Tile>
        <FundingTile mission={mission} />
        <PhaseTile mission={mission} />
        {children}
      </div>
    </section>
  );
}

function YearsLeft({ tile: { targetYear, yearsLeft } }: { readonly tile: MissionTile }) {
  const { t } = useTranslation();
  if (targetYear === null || yearsLeft === null)
    return <p className={styles.years}>{t("dashboard.years.notKnown")}</p>;
  const count = Math.abs(yearsLeft);
  const key = yearsLeft > 0 ? "left" : yearsLeft < 0 ? "past" : "now";
  return (
    <p className={styles.years} data-years={key}>
      <strong>{t(`dashboard.years.${key}`, { count })}</strong>
      <span>{t("dashboard.years.until", { year: targetYear })}</span>
    </p>
  );
}

interface HoldersProps {
  readonly name: "accountable" | "champion" | "convenor";
  readonly actors: readonly CardId[];
}

function Holders({ name, actors }: HoldersProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.role} data-role={name}>
      <dt>{t(`dashboard.answers.${name}`)}</dt>
      <dd>
        {actors.length === 0 && <span className={view.warn}>{t("words.notKnown")}</span>}
        {actors.map((actor) => (
          <CardButton key={actor} card={actor} />
        ))}
        {name === "accountable" && actors.length > 1 && (
          <span className={view.warn}>{t("dashboard.answers.clash", { count: actors.length })}</span>
        )}
      </dd>
    </div>
  );
}

function Statuses({ tile: { statuses, prompts } }: { readonly tile: MissionTile }) {
  const { t } = useTranslation();
  if (statuses.length === 0)
    return <p className={styles.line}>{t(prompts > 0 ? "words.prompts" : "dashboard.work.none")}</p>;
  const most = Math.max(...statuses.map(({ cards }) => cards));
  return (
    <ul className={styles.list}>
      {statuses.map(({ status, cards }) => (
        <li key={status} className={styles.status} data-status={status ?? "not_known"}>
          <span className={styles.statusName}>
            {status === null ? t("words.notKnown") : statusWord(status, t)}
          </span>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ width: `${(100 * cards) / most}%` }} data-open={status === null || undefined} />
          </span>
          <span className={styles.count}>{t("dashboard.work.cards", { count: cards })}</span>
        </li>
      ))}
    </ul>
  );
}
