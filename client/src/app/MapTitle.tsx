import { editSetting } from "@trellis/shared/ops/settings";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import { useTranslation } from "react-i18next";
import { useEdit } from "../document/useEdit.ts";
import { useMap } from "../document/useMap.ts";
import { useCanEdit } from "../document/useSaveState.ts";
import styles from "./MapFrame.module.css";

/** The map's title, edited in place. */
export function MapTitle() {
  const { t } = useTranslation();
  const title = useMap((snapshot) => snapshot.settings.title);
  const canEdit = useCanEdit();
  const edit = useEdit();
  if (!canEdit) return <h1 className={styles.title}>{title === "" ? t("map.untitled") : title}</h1>;
  return (
    <h1 className={styles.heading}>
      <input
        className={styles.title}
        aria-label={t("map.title")}
        value={title}
        maxLength={TITLE_TEXT}
        placeholder={t("map.untitled")}
        onChange={(event) =>
          edit(editSetting, { field: "title", value: event.currentTarget.value }, { merge: "map.title" })
        }
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </h1>
  );
}
