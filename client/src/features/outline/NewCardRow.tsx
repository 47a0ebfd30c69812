/** The row in which a new card is written: what it is, limited to what may stand there, and its title. */
import type { CardType } from "@trellis/shared/schema/enums";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import grid from "../../ui/Grid.module.css";
import { announce } from "../../workspace/announce.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import styles from "./Outline.module.css";
import { useOutline, useOutlineStore } from "./outlineStore.ts";
import { TitleField } from "./TitleField.tsx";
import type { OutlineModel } from "./useOutlineModel.ts";

interface NewCardRowProps {
  readonly model: OutlineModel;
  readonly top: number;
  readonly height: number;
  readonly depth: number;
}

export function NewCardRow({ model, top, height, depth }: NewCardRowProps) {
  const { t } = useTranslation();
  const store = useOutlineStore();
  const writing = useOutline((state) => state.writing);
  if (writing?.kind !== "new") return null;
  const { type, place } = writing;
  const setType = (next: CardType) => {
    const { writing: now, set } = store.getState();
    if (now?.kind === "new") set({ writing: { ...now, type: next } });
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (event.key === "Tab" && !event.ctrlKey && !event.altKey)
      model.actions.shiftNew(event.shiftKey ? "out" : "in");
    else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : place.types.length - 1;
      const next = place.types[(place.types.indexOf(type) + step) % place.types.length] as CardType;
      setType(next);
      announce(t(`cardType.${next}`));
    } else if (event.altKey && (event.key === "ArrowRight" || event.key === "ArrowLeft"))
      model.actions.shiftNew(event.key === "ArrowRight" ? "in" : "out");
    else return false;
    event.preventDefault();
    return true;
  };
  const name = t(`cardType.${type}`);
  const hint = t(place.types.length > 1 ? "outline.newHintTypes" : "outline.newHint");
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field in it has the focus
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected="false"
      aria-label={t("outline.new", { type: name })}
      className={styles.row}
      data-new
      style={{ top, height, "--depth": depth } as React.CSSProperties}
    >
      <span className={styles.main}>
        <span className={`${grid.opener} ${styles.opener}`} />
        <span className={grid.glyph}>
          <TypeGlyph type={type} />
        </span>
        {place.types.length > 1 ? (
          <select
            className={styles.types}
            aria-label={t("outline.newType")}
            value={type}
            tabIndex={-1}
            onChange={(event) => setType(event.currentTarget.value as CardType)}
          >
            {place.types.map((offered) => (
              <option key={offered} value={offered}>
                {t(`cardType.${offered}`)}
              </option>
            ))}
          </select>
        ) : null}
        <TitleField
          model={model}
          label={t("outline.newTitle", { type: name.toLocaleLowerCase() })}
          placeholder={t("outline.newTitle", { type: name.toLocaleLowerCase() })}
          hint={hint}
          onKey={onKey}
        />
      </span>
    </div>
  );
}
