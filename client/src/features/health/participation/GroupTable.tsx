/** Groups of people: those that projects are for first, each with how deeply it ever took part and whether lately. */
import { useTranslation } from "react-i18next";
import view from "../../../ui/View.module.css";
import { WideTable } from "../../../ui/WideTable.tsx";
import { CardMenu } from "../../../workspace/CardMenu.tsx";
import { Depth } from "./Depth.tsx";
import { RowAdd } from "./RowAdd.tsx";
import type { PartHere } from "./takingRows.ts";

export function GroupTable({ here }: { readonly here: PartHere }) {
  const { t } = useTranslation();
  const { found } = here.found;
  const hasTargets = found.groups.some(({ isTarget }) => isTarget);
  return (
    <>
      {!hasTargets && <p className={view.lead}>{t("participation.noTargets")}</p>}
      {found.groups.length > 0 && (
        <WideTable caption={t("participation.groupsCaption")}>
          <thead>
            <tr>
              {(["group", "projects", "reached", "depth", "records"] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`participation.column.${head}`)}
                </th>
              ))}
              {here.addAt && hasTargets && <th scope="col">{t("participation.column.step")}</th>}
            </tr>
          </thead>
          <tbody>
            {found.groups.map(({ group, isTarget, isCovered, depth, occasions, projects }) => (
              <tr key={group} data-group={group}>
                <th scope="row" dir="auto">
                  {group}
                </th>
                <td>
                  {isTarget ? (
                    <CardMenu
                      cards={projects}
                      label={t("participation.projects", { count: projects.length })}
                      name={group}
                    />
                  ) : (
                    <span className={view.soft}>{t("participation.noTarget")}</span>
                  )}
                </td>
                <td>
                  {isCovered ? (
                    `✓ ${t("participation.yes")}`
                  ) : (
                    <span className={isTarget ? view.warn : view.soft}>
                      <span aria-hidden="true">✕</span> {t("participation.no")}
                    </span>
                  )}
                </td>
                <td>
                  <Depth depth={depth} />
                </td>
                <td>{occasions}</td>
                {here.addAt && hasTargets && (
                  <td>
                    {isTarget && !isCovered && projects[0] && <RowAdd here={here} card={projects[0]} />}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </>
  );
}
