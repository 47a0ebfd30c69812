/**
 * The map as a tree to read and to edit, the full equal of the canvas: by keyboard, by pointer, by touch and for screen
 * readers. It shows what the canvas shows, keeps the same selection, and changes the map by the same operations.
 */
import { Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { later } from "../../ui/later.tsx";
import { paletteVariables } from "../../workspace/palette.ts";
import { EmptyOutline } from "./EmptyOutline.tsx";
import { OrphanTitle } from "./OrphanTitle.tsx";
import styles from "./Outline.module.css";
import { OutlineHead } from "./OutlineHead.tsx";
import { OutlineTree } from "./OutlineTree.tsx";
import { OutlineStoreContext } from "./outlineStore.ts";
import { useColumns } from "./useColumns.ts";
import { useFollowSelection } from "./useFollowSelection.ts";
import { useOrphans } from "./useOrphans.ts";
import { useOutlineCommands } from "./useOutlineCommands.ts";
import { type OutlineModel, useOutlineModel } from "./useOutlineModel.ts";

const OutlineQuestions = later(async () => (await import("./OutlineQuestions.tsx")).OutlineQuestions);

export function Outline() {
  const model = useOutlineModel();
  return (
    <OutlineStoreContext value={model.store}>
      <OutlineView model={model} />
    </OutlineStoreContext>
  );
}

function OutlineView({ model }: { readonly model: OutlineModel }) {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const columns = useColumns(section);
  useFollowSelection(model);
  useOrphans(model);
  useOutlineCommands(model);
  const isEmpty = model.rows.length === 0 && model.snapshot.cards.size === 0;
  return (
    <section
      ref={section}
      className={styles.outline}
      style={paletteVariables}
      aria-label={t("outline.label")}
      data-columns={columns}
    >
      <OrphanTitle />
      {isEmpty ? (
        <EmptyOutline model={model} />
      ) : (
        <>
          <OutlineHead model={model} />
          <OutlineTree model={model} columns={columns} />
        </>
      )}
      <Suspense>
        <OutlineQuestions model={model} />
      </Suspense>
    </section>
  );
}
