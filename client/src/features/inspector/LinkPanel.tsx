import { Button } from "@mantine/core";
import { fieldsOfLink, REQUIRED_LINK_FIELDS } from "@trellis/shared/schema/linkTypes";
import type { Link } from "@trellis/shared/schema/values";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../document/useMap.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { FieldForm } from "./FieldForm.tsx";
import { type FieldValues, FormContext } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { useRemoveLink } from "./links/useRemoveLink.ts";
import { PanelHead } from "./PanelHead.tsx";
import { useFulfilWish } from "./useFulfilWish.ts";
import { useGoTo } from "./useGoTo.ts";
import { useSurroundings } from "./useSurroundings.ts";
import { useLinkWriters } from "./writers.ts";

/** Everything about one link. */
export function LinkPanel({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  const writers = useLinkWriters(link.id);
  const surroundings = useSurroundings(link.id, null);
  const removeLink = useRemoveLink();
  const goTo = useGoTo();
  const panel = useRef<HTMLElement>(null);
  useFulfilWish(panel, link.id);
  const clearSelection = useWorkspace((state) => state.clearSelection);
  const fromTitle = useMap((snapshot) => snapshot.cards.get(link.from)?.title) || t("inspector.untitled");
  const toTitle = useMap((snapshot) => snapshot.cards.get(link.to)?.title) || t("inspector.untitled");
  return (
    <FormContext value={surroundings}>
      <section
        ref={panel}
        className={styles.panel}
        aria-label={t(`linkType.${link.type}.name`)}
        tabIndex={-1}
        data-inspector="link"
        data-link={link.id}
        data-link-type={link.type}
      >
        <PanelHead kicker={t("inspector.link")}>
          <h2 className={styles.title}>{t(`linkType.${link.type}.name`)}</h2>
        </PanelHead>
        <div className={styles.ends}>
          <button type="button" dir="auto" className={styles.cardChip} onClick={() => goTo(link.from)}>
            {fromTitle}
          </button>
          <span className={styles.linkWords}>{t(`linkType.${link.type}.out`).toLocaleLowerCase()}</span>
          <button type="button" dir="auto" className={styles.cardChip} onClick={() => goTo(link.to)}>
            {toTitle}
          </button>
        </div>
        <FieldForm
          writers={writers}
          values={link as unknown as FieldValues}
          fields={fieldsOfLink(link.type)}
          required={REQUIRED_LINK_FIELDS[link.type] ?? []}
        />
        {!surroundings.readOnly && (
          <Button
            mt="xl"
            variant="subtle"
            color="red"
            size="compact-sm"
            onClick={() => {
              removeLink(link);
              clearSelection();
            }}
          >
            {t("inspector.removeLink")}
          </Button>
        )}
      </section>
    </FormContext>
  );
}
