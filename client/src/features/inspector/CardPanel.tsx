import { Button } from "@mantine/core";
import { linksAt } from "@trellis/shared/derive/linksByCard";
import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import type { Fields } from "@trellis/shared/schema/fields";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { Suspense, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../document/useMap.ts";
import { Loading } from "../../ui/Loading.tsx";
import { later } from "../../ui/later.tsx";
import { FINDINGS_PLACE } from "../../workspace/cardFindings.ts";
import { useWishedPlace } from "../../workspace/panelWish.ts";
import { isKnown } from "../../workspace/values/codecs.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { CardHead } from "./CardHead.tsx";
import { Children, holdsCards } from "./Children.tsx";
import { FieldForm } from "./FieldForm.tsx";
import { FieldGroup } from "./FieldGroup.tsx";
import { FindingsGroup } from "./FindingsGroup.tsx";
import { type FieldValues, FormContext } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { LeadRows } from "./LeadRows.tsx";
import { CardLinks } from "./links/CardLinks.tsx";
import { PANEL_LAYOUTS } from "./panelLayout.ts";
import { ReviewLine } from "./ReviewLine.tsx";
import { useEditingPresence } from "./useEditingPresence.ts";
import { useFulfilWish } from "./useFulfilWish.ts";
import { useSurroundings } from "./useSurroundings.ts";
import { useCardWriters } from "./writers.ts";

const RichText = later(async () => (await import("../../richtext/RichText.tsx")).RichText);

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])));

/** Everything about one card. */
export function CardPanel({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const values = card as unknown as FieldValues;
  const writers = useCardWriters(card.id);
  const surroundings = useSurroundings(card.id, card.type);
  const editing = useEditingPresence(card.id);
  const askToRemove = useWorkspace((state) => state.askToRemove);
  const layout = PANEL_LAYOUTS[card.type];
  const fields = fieldsOfCard(card.type);
  const groups = useMemo(
    () => layout.groups.map(({ id, fields: names }) => ({ id, fields: pick(fields, names) })),
    [layout, fields],
  );
  const { readOnly } = surroundings;
  const panel = useRef<HTMLElement>(null);
  // `lenses.sphere` is a part of the field `lenses`.
  const [wished = ""] = (useWishedPlace(card.id) ?? "").split(".");
  useFulfilWish(panel, card.id);
  return (
    <FormContext value={surroundings}>
      <section
        ref={panel}
        className={styles.panel}
        aria-label={card.title || t("inspector.untitled")}
        tabIndex={-1}
        data-inspector="card"
        data-card={card.id}
        data-card-type={card.type}
        {...editing}
      >
        <CardHead card={card} values={values} writers={writers} />
        <FindingsGroup card={card.id} isWished={wished === FINDINGS_PLACE} />
        <LeadRows card={card} rows={layout.lead} fields={fields} values={values} writers={writers} />
        <h3 className={styles.heading}>{t("inspector.description")}</h3>
        <div data-field="description">
          <Suspense fallback={<Loading />}>
            <RichText card={card.id} readOnly={readOnly} label={t("inspector.description")} />
          </Suspense>
        </div>
        {holdsCards(card.type) && <Children card={card} />}
        <Links card={card.id} type={card.type} />
        {groups.map(({ id, fields: own }, index) => {
          const count = Object.keys(own).filter((name) => isKnown(values[name])).length;
          if (readOnly && count === 0) return null;
          return (
            <FieldGroup
              key={id}
              name={`${card.type}.${id}`}
              title={t(`inspector.group.${id}`)}
              count={count}
              openAtFirst={index === 0 && id !== "lenses"}
              isWished={Object.hasOwn(own, wished)}
            >
              <FieldForm writers={writers} values={values} fields={own} />
            </FieldGroup>
          );
        })}
        <ReviewLine card={card} canConfirm={!readOnly} />
        {!readOnly && (
          <Button
            mt="lg"
            ml={-8}
            variant="subtle"
            color="red"
            size="compact-sm"
            data-remove-card
            onClick={() => askToRemove([card.id])}
          >
            {t("inspector.removeCard")}
          </Button>
        )}
      </section>
    </FormContext>
  );
}

function Links({ card, type }: { readonly card: CardId; readonly type: Card["type"] }) {
  const { t } = useTranslation();
  const links = useMap(({ links: all }) => linksAt(all, card), sameList);
  return (
    <FieldGroup name={`${type}.links`} title={t("inspector.links")} count={links.length} openAtFirst>
      <CardLinks card={card} type={type} links={links} />
    </FieldGroup>
  );
}
