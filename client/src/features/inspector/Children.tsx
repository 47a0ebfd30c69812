/** The cards below this one, in order, with a quick way to add the next: type a title, Enter, type another. */
import { TextInput } from "@mantine/core";
import { childrenOf, missionTree } from "@trellis/shared/derive/tree";
import { CARD_TYPES, type CardType } from "@trellis/shared/schema/enums";
import { TITLE_TEXT } from "@trellis/shared/schema/fields";
import { LINK_RULES } from "@trellis/shared/schema/linkTypes";
import type { Card } from "@trellis/shared/schema/values";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { sameList, useMap } from "../../document/useMap.ts";
import { FieldGroup } from "./FieldGroup.tsx";
import { useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { addChild } from "./links/linkEdits.ts";
import { useGoTo } from "./useGoTo.ts";
import { useValueText } from "./useValueText.ts";

const childTypes = (type: CardType): CardType[] =>
  CARD_TYPES.filter((other) => LINK_RULES.part_of.ends[other]?.includes(type));

/** Types that may hold others. */
export const holdsCards = (type: CardType): boolean => childTypes(type).length > 0;

export function Children({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  const goTo = useGoTo();
  const valueText = useValueText();
  const children = useMap(
    ({ cards }) => childrenOf(missionTree(cards), card.id).flatMap((id) => cards.get(id) ?? []),
    sameList,
  );
  if (readOnly && children.length === 0) return null;
  const status = (child: Card) =>
    "status" in child && child.status
      ? valueText(
          { kind: "enum", of: child.type === "instrument" ? "instrumentStatus" : "status" },
          child.status,
        )
      : "";
  return (
    <FieldGroup
      name={`${card.type}.children`}
      title={t("inspector.children")}
      count={children.length}
      openAtFirst={children.length > 0 || card.type !== "project"}
    >
      <ol className={styles.plainList} data-children>
        {children.map((child) => (
          <li key={child.id} className={styles.child}>
            <button type="button" dir="auto" className={styles.childName} onClick={() => goTo(child.id)}>
              {child.title || t("inspector.untitled")}
            </button>
            <span className={styles.linkWords}>
              {[child.type === childTypes(card.type)[0] ? "" : t(`cardType.${child.type}`), status(child)]
                .filter((word) => word !== "")
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
      {!readOnly && <AddChild card={card} />}
    </FieldGroup>
  );
}

function AddChild({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const edit = useEdit();
  const types = childTypes(card.type);
  const [type, setType] = useState<CardType | null>(null);
  const [title, setTitle] = useState("");
  const buttons = useRef<HTMLDivElement>(null);
  const level = ("level" in card && card.level) || null;
  const add = () => {
    const known = title.trim();
    if (!type || known === "" || known.length > TITLE_TEXT) return;
    if (edit(addChild, { home: card.id, type, title: known, level })) setTitle("");
  };
  const close = () => {
    setType(null);
    setTitle("");
    requestAnimationFrame(() => buttons.current?.querySelector("button")?.focus());
  };
  return (
    <div ref={buttons} className={styles.addChildren}>
      {type ? (
        <TextInput
          size="xs"
          autoFocus
          aria-label={t("inspector.titleOfNew", { type: t(`cardType.${type}`).toLocaleLowerCase() })}
          placeholder={t("inspector.titleOfNew", { type: t(`cardType.${type}`).toLocaleLowerCase() })}
          description={t("inspector.enterAdds")}
          inputWrapperOrder={["input", "description", "error"]}
          error={
            title.trim().length > TITLE_TEXT &&
            t("errors.misfit.too_long", { length: title.trim().length, limit: TITLE_TEXT })
          }
          value={title}
          data-new-child
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") add();
            if (event.key !== "Escape") return;
            event.stopPropagation();
            close();
          }}
          onBlur={() => {
            if (title.trim() === "") setType(null);
          }}
        />
      ) : (
        types.map((offered) => (
          <button
            key={offered}
            type="button"
            className={styles.addChip}
            data-add-child={offered}
            onClick={() => setType(offered)}
          >
            {t("inspector.addOne", { type: t(`cardType.${offered}`).toLocaleLowerCase() })}
          </button>
        ))
      )}
    </div>
  );
}
