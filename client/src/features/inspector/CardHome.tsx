import { descendantsOf, missionTree, parentOf } from "@trellis/shared/derive/tree";
import { editHomeLink, moveHome } from "@trellis/shared/ops/home";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { fieldsOfLink, LINK_RULES } from "@trellis/shared/schema/linkTypes";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { HomeLink } from "@trellis/shared/schema/values";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { sameList, useMap } from "../../document/useMap.ts";
import { circleText } from "../../workspace/circleText.ts";
import { CardControl } from "./controls/CardControl.tsx";
import { FieldControl } from "./controls/FieldControl.tsx";
import { useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { useGoTo } from "./useGoTo.ts";

interface CardHomeProps {
  readonly card: CardId;
  readonly type: CardType;
  readonly homeLink: HomeLink | null;
}

const moved = (draft: MapDraft, input: Parameters<typeof moveHome>[1]): true => {
  moveHome(draft, input);
  return true;
};

/** Where the card is in the mission tree, where else it could be, and what is noted of that. */
export const CardHome = memo(function CardHome({ card, type, homeLink }: CardHomeProps) {
  const { t } = useTranslation();
  const { readOnly, ownerKey } = useForm();
  const edit = useEdit();
  const goTo = useGoTo();
  // What the tree says, not what the card names: that home may be gone, or close a circle.
  const home = useMap(({ cards }) => parentOf(missionTree(cards), card));
  const circle = useMap(({ cards }) => circleText(cards, card, t));
  const below = useMap(({ cards }) => descendantsOf(missionTree(cards), card), sameList);
  const without = useMemo(() => new Set([card, ...below]), [card, below]);
  const homeTitle = useMap(({ cards }) => (home ? cards.get(home)?.title : undefined));
  const [changing, setChanging] = useState(false);
  const [noting, setNoting] = useState(false);
  const id = `home-${ownerKey}`;
  const note = homeLink?.note ?? null;
  const writeNote = (value: unknown) =>
    edit(editHomeLink, { card, field: "note", value }, { merge: `${card}.homeLink` });
  const isChoosing = !readOnly && (changing || homeTitle === undefined);
  return (
    <div className={styles.row} data-field="home">
      {isChoosing ? (
        <label className={styles.label} htmlFor={id}>
          {t("inspector.partOf")}
        </label>
      ) : (
        <span className={styles.label}>{t("inspector.partOf")}</span>
      )}
      <div className={styles.control}>
        {isChoosing ? (
          <CardControl
            id={id}
            value={home}
            types={LINK_RULES.part_of.ends[type] ?? []}
            without={without}
            placeholder={t("inspector.chooseHome")}
            autoFocus={changing}
            write={(next) => {
              if (edit(moved, { card, home: next })) setChanging(false);
            }}
            onCancel={() => setChanging(false)}
          />
        ) : (
          <div className={styles.chips}>
            {home && homeTitle !== undefined ? (
              <span className={styles.chip}>
                <button type="button" dir="auto" className={styles.chipName} onClick={() => goTo(home)}>
                  {homeTitle || t("inspector.untitled")}
                </button>
              </span>
            ) : (
              <span className={styles.value}>{t("words.notKnown")}</span>
            )}
            {!readOnly && (
              <>
                <button
                  type="button"
                  className={styles.quietButton}
                  data-change-home
                  onClick={() => setChanging(true)}
                >
                  {t("inspector.change")}
                </button>
                {!note && !noting && (
                  <button
                    type="button"
                    className={styles.quietButton}
                    data-note-home
                    onClick={() => setNoting(true)}
                  >
                    {t("inspector.addNote")}
                  </button>
                )}
              </>
            )}
          </div>
        )}
        {circle !== "" && (
          <p className={styles.warn} data-circle>
            {t("inspector.circle", { circle })}
          </p>
        )}
        {(note || noting) && (
          <div data-field="homeNote">
            {readOnly ? (
              <div className={styles.aside} dir="auto">
                {note}
              </div>
            ) : (
              <FieldControl
                named
                spec={fieldsOfLink("part_of").note ?? { kind: "text", max: 2000 }}
                path="homeLink.note"
                id={`${id}-note`}
                label={t("inspector.homeNote")}
                placeholder={t("inspector.homeNote")}
                value={note}
                write={writeNote}
              />
            )}
          </div>
        )}
      </div>
    </div>
  );
});
