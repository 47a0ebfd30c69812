/** Who has fields: a card, a link, the map. Each writes through the shared operations. */
import { editField, setLensTags } from "@trellis/shared/ops/cards";
import { editLinkField } from "@trellis/shared/ops/links";
import { putRecord, removeRecord } from "@trellis/shared/ops/records";
import { editSetting } from "@trellis/shared/ops/settings";
import type { Card, Link, MapSettings } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import { type Edit, useEdit } from "../../document/useEdit.ts";
import { useUndo } from "../../document/useUndo.ts";
import { notify } from "../../ui/notify.ts";
import type { FieldOwner } from "./formContext.ts";

const readFrom = (values: object) => (field: string) => (values as Readonly<Record<string, unknown>>)[field];

/** Lists of records, of a card or of the map. */
function useRecordWriters(edit: Edit, owner: Card["id"] | "map") {
  const { t } = useTranslation();
  const { undo } = useUndo();
  return {
    putRecord: (list: string, record: { readonly id: string }) => {
      edit(putRecord, { card: owner, list, record }, { merge: `${owner}.${list}.${record.id}` });
    },
    removeRecord: (list: string, id: string) => {
      const done = edit(
        (draft, input: Parameters<typeof removeRecord>[1]) => {
          removeRecord(draft, input);
          return true;
        },
        { card: owner, list, id },
      );
      if (done) notify({ text: t("inspector.recordRemoved"), action: { label: t("app.undo"), run: undo } });
    },
  };
}

export function useCardOwner(card: Card): FieldOwner {
  const edit = useEdit();
  return {
    key: card.id,
    read: readFrom(card),
    write: (field, value) =>
      edit(editField, { card: card.id, field, value }, { merge: `${card.id}.${field}` }),
    tagLens: (lens, tags) => edit(setLensTags, { card: card.id, lens, tags }),
    ...useRecordWriters(edit, card.id),
  };
}

export function useMapOwner(settings: MapSettings): FieldOwner {
  const edit = useEdit();
  return {
    key: "map",
    read: readFrom(settings),
    write: (field, value) => edit(editSetting, { field, value }, { merge: `map.${field}` }),
    tagLens: () => undefined,
    ...useRecordWriters(edit, "map"),
  };
}

export function useLinkOwner(link: Link): FieldOwner {
  const edit = useEdit();
  return {
    key: link.id,
    read: readFrom(link),
    write: (field, value) =>
      edit(editLinkField, { link: link.id, field, value }, { merge: `${link.id}.${field}` }),
    tagLens: () => undefined,
    putRecord: () => undefined,
    removeRecord: () => undefined,
  };
}
