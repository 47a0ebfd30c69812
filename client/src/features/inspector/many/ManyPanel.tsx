/** Several cards at once: which they are, what they share, and what can be set for all of them in one step. */
import { Button } from "@mantine/core";
import { descendantsOf, missionTree, parentOf } from "@trellis/shared/derive/tree";
import { HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { LINK_RULES } from "@trellis/shared/schema/linkTypes";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Card } from "@trellis/shared/schema/values";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../../document/useEdit.ts";
import { sameList, useMap } from "../../../document/useMap.ts";
import { TypeGlyph } from "../../../workspace/TypeGlyph.tsx";
import { useUndoNotice } from "../../../workspace/useUndoNotice.ts";
import { useWorkspace } from "../../../workspace/workspaceStore.ts";
import { CardControl } from "../controls/CardControl.tsx";
import { FieldControl } from "../controls/FieldControl.tsx";
import { FormContext } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { PanelHead } from "../PanelHead.tsx";
import { useGoTo } from "../useGoTo.ts";
import { useSurroundings } from "../useSurroundings.ts";
import { fieldsOfAll } from "./fieldsOfAll.ts";
import { ManyDate } from "./ManyDate.tsx";
import { ManyTags } from "./ManyTags.tsx";
import { editMany, moveMany } from "./manyEdits.ts";

const LISTED = 50;

export function ManyPanel({ cards }: { readonly cards: readonly CardId[] }) {
  const { t } = useTranslation();
  const surroundings = useSurroundings(`many:${cards.join()}`, null);
  const goTo = useGoTo();
  const askToRemove = useWorkspace((state) => state.askToRemove);
  const chosen = useMap((snapshot) => cards.flatMap((id) => snapshot.cards.get(id) ?? []), sameList);
  const { readOnly } = surroundings;
  return (
    <FormContext value={surroundings}>
      <section
        className={styles.panel}
        aria-label={t("inspector.many", { count: chosen.length })}
        tabIndex={-1}
        data-inspector="many"
      >
        <PanelHead isHeading kicker={t("inspector.many", { count: chosen.length })} />
        <Counts cards={chosen} />
        {!readOnly && <ManyFields cards={chosen} />}
        <h2 className={styles.heading}>{t("inspector.theseCards")}</h2>
        <ul className={styles.plainList}>
          {chosen.slice(0, LISTED).map((card) => (
            <li key={card.id} className={styles.child}>
              <button type="button" dir="auto" className={styles.childName} onClick={() => goTo(card.id)}>
                {card.title || t("inspector.untitled")}
              </button>
            </li>
          ))}
        </ul>
        {chosen.length > LISTED && (
          <p className={styles.hint}>{t("inspector.andMore", { count: chosen.length - LISTED })}</p>
        )}
        {!readOnly && (
          <Button
            mt="lg"
            ml={-8}
            variant="subtle"
            color="red"
            size="compact-sm"
            data-remove-cards
            onClick={() => askToRemove(cards)}
          >
            {t("inspector.removeCards", { count: chosen.length })}
          </Button>
        )}
      </section>
    </FormContext>
  );
}

function Counts({ cards }: { readonly cards: readonly Card[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.counts} data-counts>
      {CARD_TYPES.flatMap((type) => {
        const count = cards.filter((card) => card.type === type).length;
        return count === 0 ? (
          []
        ) : (
          <li key={type}>
            <TypeGlyph type={type} /> {count}{" "}
            {t(count === 1 ? `cardType.${type}` : `cardTypes.${type}`).toLocaleLowerCase()}
          </li>
        );
      })}
    </ul>
  );
}

/** Says how many were changed, with the way back. */
function useManyEdit() {
  const { t } = useTranslation();
  const edit = useEdit();
  const undoNotice = useUndoNotice();
  return <Input,>(op: (draft: MapDraft, input: Input) => number, input: Input) => {
    const count = edit(op, input);
    if (count !== null) undoNotice(t("inspector.manyChanged", { count }));
  };
}

function ManyFields({ cards }: { readonly cards: readonly Card[] }) {
  const { t } = useTranslation();
  const change = useManyEdit();
  const ids = cards.map(({ id }) => id);
  return (
    <div className={styles.fields} data-many-fields>
      <ManyHome cards={cards} change={(home) => change(moveMany, { cards: ids, home })} />
      {fieldsOfAll(cards).map(({ name, spec, value, mixed }) => {
        const id = `field-many-${name}`;
        const placeholder = t(mixed ? "inspector.mixed" : "words.notKnown");
        const write = (next: unknown) => change(editMany, { cards: ids, field: name, value: next });
        return (
          <div key={name} className={styles.row} data-field={name}>
            <label className={styles.label} htmlFor={id}>
              {t(`field.${name}`)}
            </label>
            <div className={styles.control}>
              {spec.kind === "date" ? (
                <ManyDate key={ids.join()} {...{ id, spec, value, placeholder, write }} />
              ) : (
                <FieldControl
                  key={ids.join()}
                  path={name}
                  label={t(`field.${name}`)}
                  {...{ id, spec, value, placeholder, write }}
                />
              )}
            </div>
          </div>
        );
      })}
      <ManyTags cards={cards} change={change} />
    </div>
  );
}

/** A home for all, where all may have one. */
function ManyHome({
  cards,
  change,
}: {
  readonly cards: readonly Card[];
  readonly change: (home: CardId | null) => void;
}) {
  const { t } = useTranslation();
  const types = useMemo(() => {
    const allowed = cards.map(({ type }) => LINK_RULES.part_of.ends[type] ?? []);
    return (allowed[0] ?? []).filter((type) => allowed.every((list) => list.includes(type)));
  }, [cards]);
  const below = useMap((snapshot) => {
    const tree = missionTree(snapshot.cards);
    return cards.flatMap(({ id }) => [id, ...descendantsOf(tree, id)]);
  }, sameList);
  const parents = useMap((snapshot) => {
    const tree = missionTree(snapshot.cards);
    return cards.map(({ id }) => parentOf(tree, id));
  }, sameList);
  const without = useMemo(() => new Set(below), [below]);
  if (types.length === 0 || !cards.every(({ type }) => HOMED_TYPES.has(type))) return null;
  const homes = new Set(parents);
  const id = "field-many-home";
  return (
    <div className={styles.row} data-field="home">
      <label className={styles.label} htmlFor={id}>
        {t("inspector.partOf")}
      </label>
      <div className={styles.control}>
        <CardControl
          id={id}
          value={homes.size === 1 ? (parents[0] ?? null) : null}
          types={types}
          without={without}
          placeholder={t(homes.size > 1 ? "inspector.mixed" : "inspector.chooseHome")}
          write={change}
        />
      </div>
    </div>
  );
}
