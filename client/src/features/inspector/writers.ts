/** Who has fields: a card, a link, the map. Each is written through the shared operations. */
import { editField, setLensTags } from "@trellis/shared/ops/cards";
import { editLinkField } from "@trellis/shared/ops/links";
import { putRecord, putRecords, removeRecord } from "@trellis/shared/ops/records";
import { editSetting } from "@trellis/shared/ops/settings";
import type { CardId, LinkId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { useUndoNotice } from "../../workspace/useUndoNotice.ts";
import type { FieldWriters } from "./formContext.ts";

function removed(draft: MapDraft, input: Parameters<typeof removeRecord>[1]): true {
  removeRecord(draft, input);
  return true;
}

type RecordWriters = Pick<FieldWriters, "putRecord" | "putRecords" | "removeRecord">;

/** Lists of records, of a card or of the map. */
function useRecordWriters(owner: CardId | "map"): RecordWriters {
  const { t } = useTranslation();
  const undoNotice = useUndoNotice();
  const edit = useEdit();
  return useMemo(
    () => ({
      putRecord: (list, record) => {
        edit(putRecord, { card: owner, list, record }, { merge: `${owner}.${list}.${record.id}` });
      },
      putRecords: (list, records) => edit(putRecords, { card: owner, list, records }),
      removeRecord: (list, id) => {
        if (edit(removed, { card: owner, list, id })) undoNotice(t("inspector.recordRemoved"));
      },
    }),
    [edit, owner, t, undoNotice],
  );
}

export function useCardWriters(card: CardId): FieldWriters {
  const edit = useEdit();
  const records = useRecordWriters(card);
  return useMemo(
    () => ({
      ...records,
      write: (field, value) => edit(editField, { card, field, value }, { merge: `${card}.${field}` }),
      tagLens: (lens, tags) => edit(setLensTags, { card, lens, tags }),
    }),
    [edit, card, records],
  );
}

export function useMapWriters(): FieldWriters {
  const edit = useEdit();
  const records = useRecordWriters("map");
  return useMemo(
    () => ({
      ...records,
      write: (field, value) => edit(editSetting, { field, value }, { merge: `map.${field}` }),
      tagLens: () => undefined,
    }),
    [edit, records],
  );
}

/** No field of a link is a list of records or a lens. */
export function useLinkWriters(link: LinkId): FieldWriters {
  const edit = useEdit();
  return useMemo(
    () => ({
      write: (field, value) => edit(editLinkField, { link, field, value }, { merge: `${link}.${field}` }),
      tagLens: () => undefined,
      putRecord: () => undefined,
      putRecords: () => null,
      removeRecord: () => undefined,
    }),
    [edit, link],
  );
}
