import { Button } from "@mantine/core";
import { fieldsOfCard, HOMED_TYPES } from "@trellis/shared/schema/cardTypes";
import type { Fields } from "@trellis/shared/schema/fields";
import type { Card } from "@trellis/shared/schema/values";
import { Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../../ui/Loading.tsx";
import { later } from "../../ui/later.tsx";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { CardHome } from "./CardHome.tsx";
import { CardLinks } from "./CardLinks.tsx";
import { CardTitle } from "./CardTitle.tsx";
import { FieldForm } from "./FieldForm.tsx";
import { type FieldValues, FormContext } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { PanelHead } from "./PanelHead.tsx";
import { useEditingPresence } from "./useEditingPresence.ts";
import { useSurroundings } from "./useSurroundings.ts";
import { useCardWriters } from "./writers.ts";

const RichText = later(async () => (await import("../../richtext/RichText.tsx")).RichText);

/** Fields of every card that say where it comes from; they stand last. */
const BACKGROUND: ReadonlySet<string> = new Set([
  "lenses",
  "lensSource",
  "figures",
  "source",
  "note",
  "placeholder",
]);

function split(fields: Fields): { readonly own: Fields; readonly background: Fields } {
  const entries = Object.entries(fields).filter(([name]) => name !== "title");
  return {
    own: Object.fromEntries(entries.filter(([name]) => !BACKGROUND.has(name))),
    background: Object.fromEntries(entries.filter(([name]) => BACKGROUND.has(name))),
  };
}

/** Everything about one card. */
export function CardPanel({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const values = card as unknown as FieldValues;
  const writers = useCardWriters(card.id);
  const surroundings = useSurroundings(card.id);
  const editing = useEditingPresence(card.id);
  const askToRemove = useWorkspace((state) => state.askToRemove);
  const { own, background } = useMemo(() => split(fieldsOfCard(card.type)), [card.type]);
  const { readOnly } = surroundings;
  const status = "status" in card && card.status ? values.status : null;
  const statusList =
    card.type === "instrument" ? "instrumentStatus" : card.type === "decision" ? "decisionStatus" : "status";
  const kicker = [
    t(`cardType.${card.type}`),
    ...(status ? [t(`enum.${statusList}.${String(status)}`).toLocaleLowerCase()] : []),
  ].join(" · ");
  return (
    <FormContext value={surroundings}>
      <section
        className={styles.panel}
        aria-label={card.title || t("inspector.untitled")}
        data-inspector="card"
        data-card={card.id}
        data-card-type={card.type}
        {...editing}
      >
        <PanelHead kicker={kicker}>
          <CardTitle writers={writers} value={card.title} />
        </PanelHead>
        {HOMED_TYPES.has(card.type) && <CardHome card={card.id} type={card.type} home={card.home} />}
        <FieldForm writers={writers} values={values} fields={own} />
        <h2 className={styles.heading}>{t("inspector.description")}</h2>
        <div data-field="description">
          <Suspense fallback={<Loading />}>
            <RichText card={card.id} readOnly={readOnly} label={t("inspector.description")} />
          </Suspense>
        </div>
        <h2 className={styles.heading}>{t("inspector.links")}</h2>
        <CardLinks card={card.id} type={card.type} />
        <h2 className={styles.heading}>{t("inspector.background")}</h2>
        <FieldForm writers={writers} values={values} fields={background} />
        {!readOnly && (
          <Button
            mt="xl"
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
