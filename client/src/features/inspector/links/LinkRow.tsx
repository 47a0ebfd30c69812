import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconX } from "@tabler/icons-react";
import type { CardId } from "@trellis/shared/schema/ids";
import { fieldsOfLink, REQUIRED_LINK_FIELDS } from "@trellis/shared/schema/linkTypes";
import type { Link } from "@trellis/shared/schema/values";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "../../../document/useMap.ts";
import { FieldForm } from "../FieldForm.tsx";
import { type FieldValues, FormContext, useForm } from "../formContext.ts";
import styles from "../Inspector.module.css";
import { useGoTo } from "../useGoTo.ts";
import { useLinkWriters } from "../writers.ts";
import { useLinkWords } from "./useLinkWords.ts";
import { useRemoveLink } from "./useRemoveLink.ts";

/** One link as seen from a card: the card at its other end, what it says, its fields on request. */
export function LinkRow({ link, from }: { readonly link: Link; readonly from: CardId }) {
  const { t } = useTranslation();
  const form = useForm();
  const [opened, setOpened] = useState(false);
  const other = link.from === from ? link.to : link.from;
  const title = useMap((snapshot) => snapshot.cards.get(other)?.title) || t("inspector.untitled");
  const goTo = useGoTo();
  const writers = useLinkWriters(link.id);
  const removeLink = useRemoveLink();
  const words = useLinkWords(link);
  return (
    <li className={styles.linkRow} data-link={link.id} data-link-type={link.type}>
      <div className={styles.linkLine}>
        <button type="button" dir="auto" className={styles.linkName} onClick={() => goTo(other)}>
          {title}
        </button>
        {words !== "" && <span className={styles.linkWords}>{words}</span>}
        <ActionIcon
          variant="subtle"
          color="gray.7"
          size="sm"
          ml="auto"
          aria-expanded={opened}
          aria-label={t("inspector.linkFields", { title })}
          onClick={() => setOpened(!opened)}
        >
          {opened ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        </ActionIcon>
        {!form.readOnly && (
          <ActionIcon
            variant="subtle"
            color="gray.7"
            size="sm"
            aria-label={t("inspector.removeLinkTo", { title })}
            className={styles.quietTool ?? ""}
            onClick={() => removeLink(link)}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      {opened && (
        <FormContext value={{ ...form, ownerKey: link.id, ownerType: null }}>
          <div className={styles.rowBox}>
            <FieldForm
              writers={writers}
              values={link as unknown as FieldValues}
              fields={fieldsOfLink(link.type)}
              required={REQUIRED_LINK_FIELDS[link.type] ?? []}
            />
          </div>
        </FormContext>
      )}
    </li>
  );
}
