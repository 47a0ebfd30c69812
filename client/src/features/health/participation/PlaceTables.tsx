/** Where people took part, by challenge, and which classes of people hold a role at all. */
import { Button } from "@mantine/core";
import type { CardId } from "@trellis/shared/schema/ids";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import view from "../../../ui/View.module.css";
import { WideTable } from "../../../ui/WideTable.tsx";
import { CardButton } from "../../../workspace/CardButton.tsx";
import { CardMenu } from "../../../workspace/CardMenu.tsx";
import { showDate } from "../../../workspace/showDate.ts";
import { Depth } from "./Depth.tsx";
import styles from "./Participation.module.css";
import { RowAdd } from "./RowAdd.tsx";
import type { PartHere } from "./takingRows.ts";

const latestText = (date: string | null | undefined, t: TFunction): string =>
  date ? showDate(date) : t("words.notKnown");

export function PlaceTable({ here }: { readonly here: PartHere }) {
  const { t } = useTranslation();
  const { challenges } = here.found.places;
  if (challenges.length === 0) return <p className={view.lead}>{t("participation.noChallenges")}</p>;
  return (
    <WideTable caption={t("participation.placesCaption")}>
      <thead>
        <tr>
          {(["challenge", "records", "depth", "latest", "missing"] as const).map((head) => (
            <th key={head} scope="col">
              {t(`participation.column.${head}`)}
            </th>
          ))}
          {here.addAt && <th scope="col">{t("participation.column.step")}</th>}
        </tr>
      </thead>
      <tbody>
        {challenges.map(({ challenge, occasions, depth, projects }) => (
          <tr key={challenge} data-challenge={challenge}>
            <th scope="row" className={styles.wordy}>
              <CardButton card={challenge} />
            </th>
            <td>{occasions.length}</td>
            <td>
              <Depth depth={depth} />
            </td>
            <td>{occasions[0] && latestText(occasions[0].record.date, t)}</td>
            <td>
              {projects.missing.length > 0 ? (
                <CardMenu
                  cards={projects.missing}
                  label={t("participation.outOfProjects", {
                    missing: projects.missing.length,
                    count: projects.missing.length + projects.having.length,
                  })}
                  name={here.words.title(challenge)}
                />
              ) : (
                <span className={view.soft}>
                  {t(projects.having.length > 0 ? "participation.noneMissing" : "participation.noProjects")}
                </span>
              )}
            </td>
            {here.addAt && <td>{occasions.length === 0 && <RowAdd here={here} card={challenge} />}</td>}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

export function ClassTable({ here }: { readonly here: PartHere }) {
  const { t } = useTranslation();
  const { classes, unclassed } = here.found.found;
  return (
    <>
      <Unclassed here={here} actors={unclassed} />
      <WideTable caption={t("participation.classesCaption")}>
        <thead>
          <tr>
            <th scope="col">{t("participation.column.class")}</th>
            <th scope="col">{t("participation.column.actors")}</th>
          </tr>
        </thead>
        <tbody>
          {[...classes].map(([name, actors]) => (
            <tr key={name} data-class={name}>
              <th scope="row">{t(`enum.stakeholderClass.${name}`)}</th>
              <td>
                {actors.length > 0 ? (
                  <CardMenu
                    cards={actors}
                    label={t("participation.actors", { count: actors.length })}
                    name={t(`enum.stakeholderClass.${name}`)}
                  />
                ) : unclassed.length > 0 ? (
                  // One of those without a class may belong here.
                  <span className={view.soft}>{t("participation.nobodyKnown")}</span>
                ) : (
                  <span className={view.warn}>{t("participation.nobody")}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}

/** Actors with a role of which nobody said yet whom they stand for, with the step that says it for the first. */
function Unclassed({ here, actors }: { readonly here: PartHere; readonly actors: readonly CardId[] }) {
  const { t } = useTranslation();
  const [first] = actors;
  const { classAt, words } = here;
  if (!first) return null;
  return (
    <div className={styles.unclassed} data-unclassed>
      <p className={view.lead}>{t("participation.unclassed", { count: actors.length })}</p>
      {classAt && (
        <Button size="compact-xs" variant="light" onClick={() => classAt(first)}>
          {t("participation.chooseClass", { title: words.title(first) })}
        </Button>
      )}
    </div>
  );
}
