/** The matrix where there is no room for columns: each card with who has which role, and a way to change it. */

import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import list from "../../ui/PhoneList.module.css";
import { PhoneList } from "../../ui/PhoneList.tsx";
import { circleText } from "../../workspace/circleText.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { answerText, ROLES, titleOf } from "./dutyWords.ts";
import type { MatrixLine } from "./matrixTable.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

export function PhoneRows({ model }: { readonly model: DutiesModel }) {
  const { t } = useTranslation();
  const { lines } = model.table;
  const selected = useWorkspace((state) => state.selection.cards);
  return (
    <PhoneList
      label={t("responsibilities.caption")}
      items={lines}
      rowOf={({ key, depth, isMuted }) => ({
        key,
        depth,
        isMuted,
        isSelected: selected.includes(key),
        className: styles.phoneRow,
      })}
    >
      {(line) => <PhoneRow model={model} line={line} />}
    </PhoneList>
  );
}

function PhoneRow({ model, line }: { readonly model: DutiesModel; readonly line: MatrixLine }) {
  const { t } = useTranslation();
  const { words, changes, store, canEdit } = model;
  const { row, key } = line;
  const card = model.snapshot.cards.get(key);
  const title = titleOf(words, key);
  const circle = circleText(words.cards, key, t);
  return (
    <>
      <button type="button" className={list.title} onClick={() => changes.show(key)}>
        {card && <TypeGlyph type={card.type} />}
        <span className={list.name}>{title}</span>
      </button>
      {circle !== "" && (
        <p className={styles.phoneWarning}>
          <IconAlertTriangle size={13} stroke={2} aria-hidden="true" /> {circle}
        </p>
      )}
      {(row.isGap || row.isClash) && (
        <p className={styles.phoneWarning}>
          <IconAlertTriangle size={13} stroke={2} aria-hidden="true" /> {answerText(words, row)}
        </p>
      )}
      <dl className={styles.phoneRoles}>
        {ROLES.map((role) => {
          const names = namesOf(model, line, role);
          return names === "" ? null : (
            <div key={role}>
              <dt>
                <span className={styles.letter} data-role={role} aria-hidden="true">
                  {t(`responsibilities.letter.${role}`)}
                </span>
                <span className="unseen">{t(`enum.role.${role}`)}</span>
              </dt>
              <dd>{names}</dd>
            </div>
          );
        })}
      </dl>
      {canEdit && (
        <Button
          size="compact-sm"
          variant="default"
          className={styles.phoneEdit ?? ""}
          aria-label={t("responsibilities.editOf", { card: title })}
          onClick={() => store.getState().set({ listing: key })}
        >
          {t("responsibilities.edit")}
        </Button>
      )}
    </>
  );
}

function namesOf({ words }: DutiesModel, { row }: MatrixLine, role: (typeof ROLES)[number]): string {
  const actors: CardId[] = [...row.cells].flatMap(([actor, cells]) =>
    cells.some((cell) => cell.role === role) ? [actor] : [],
  );
  return actors.map((actor) => titleOf(words, actor)).join(", ");
}
