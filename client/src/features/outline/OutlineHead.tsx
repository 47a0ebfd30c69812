/** Above the tree: finding, opening all, adding, and what the columns are. */
import { ActionIcon, Button, Menu, TextInput, Tooltip } from "@mantine/core";
import { IconArrowsMaximize, IconArrowsMinimize, IconPlus, IconSearch, IconX } from "@tabler/icons-react";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import styles from "./Outline.module.css";
import { useOutline } from "./outlineStore.ts";
import { FIND_ID } from "./useOutlineKeys.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

export const OutlineHead = memo(function OutlineHead({ model }: { readonly model: OutlineModel }) {
  const { t } = useTranslation();
  return (
    <div className={styles.head}>
      <div className={styles.tools}>
        <Find model={model} />
        <span className={styles.space} />
        <Tooltip label={t("outline.openAll")}>
          <ActionIcon
            variant="subtle"
            color="gray.8"
            aria-label={t("outline.openAll")}
            onClick={() => model.nav.openAll(true)}
          >
            <IconArrowsMaximize size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("outline.closeAll")}>
          <ActionIcon
            variant="subtle"
            color="gray.8"
            aria-label={t("outline.closeAll")}
            onClick={() => model.nav.openAll(false)}
          >
            <IconArrowsMinimize size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        {model.canEdit && <AddMenu model={model} />}
      </div>
      <div className={styles.columnHeads} aria-hidden="true">
        <span>{t("outline.column.card")}</span>
        <span className={styles.columns}>
          <span className={styles.status}>{t("outline.column.status")}</span>
          <span className={styles.level}>{t("outline.column.level")}</span>
          <span className={styles.accountable}>{t("outline.column.accountable")}</span>
        </span>
        <span className={styles.buttons} />
      </div>
    </div>
  );
});

function Find({ model }: { readonly model: OutlineModel }) {
  const { t } = useTranslation();
  const query = useOutline((state) => state.query);
  const { store, tree, nav } = model;
  const hits = model.rows.filter((row) => row.kind === "item" && !row.isMuted).length;
  const toTree = () => {
    const first = nav.itemRows().find(({ isMuted }) => !isMuted);
    if (first) nav.choose(first.key);
    tree.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <TextInput
        id={FIND_ID}
        className={styles.find ?? ""}
        size="xs"
        aria-label={t("outline.find")}
        placeholder={t("outline.find")}
        leftSection={<IconSearch size={15} stroke={1.7} />}
        value={query}
        onChange={(event) => store.getState().set({ query: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") {
            store.getState().set({ query: "" });
            tree.current?.focus({ preventScroll: true });
          } else if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            toTree();
          }
        }}
        rightSection={
          query === "" ? null : (
            <ActionIcon
              variant="transparent"
              color="gray.8"
              size="sm"
              aria-label={t("outline.findClear")}
              onClick={() => store.getState().set({ query: "" })}
            >
              <IconX size={14} />
            </ActionIcon>
          )
        }
      />
      <span className={styles.found} role="status">
        {query.trim() === "" ? "" : t("outline.found", { count: hits })}
      </span>
    </>
  );
}

function AddMenu({ model }: { readonly model: OutlineModel }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} />}>
          {t("outline.add")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {CARD_TYPES.map((type) => (
          <Menu.Item
            key={type}
            leftSection={<TypeGlyph type={type} />}
            onClick={() => model.actions.addType(type)}
          >
            {t(`cardType.${type}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
