/** The button at the end of a level. Not a part of the tree: N and Insert do the same there. */
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Changes } from "./changes.ts";
import { placeInside } from "./newPlace.ts";
import styles from "./Outline.module.css";
import type { AddRow } from "./outlineRows.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

interface AddLineProps {
  readonly model: OutlineModel;
  readonly row: AddRow;
  readonly top: number;
  readonly height: number;
  readonly actions: Changes;
}

export function AddLine({ model, row, top, height, actions }: AddLineProps) {
  const { t } = useTranslation();
  const item = model.outline.items.get(row.parent);
  const type = item && placeInside(model.outline, model.snapshot.cards, item)?.types[0];
  if (!type) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.add}
      data-add={row.parent}
      style={{ top, height, "--depth": row.depth } as React.CSSProperties}
      onClick={() => actions.addInside(row.parent)}
    >
      <IconPlus size={14} aria-hidden="true" />
      {t(`outline.addType.${type}`)}
    </button>
  );
}
