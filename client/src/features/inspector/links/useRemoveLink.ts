/** Removes a link, with a notice that can bring it back. */
import { removeLink } from "@trellis/shared/ops/links";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Link } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../../document/useEdit.ts";
import { useUndoNotice } from "../../../workspace/useUndoNotice.ts";

function removed(draft: MapDraft, input: { readonly link: Link["id"] }): true {
  removeLink(draft, input);
  return true;
}

export function useRemoveLink(): (link: Link) => void {
  const { t } = useTranslation();
  const edit = useEdit();
  const undoNotice = useUndoNotice();
  return (link) => {
    if (edit(removed, { link: link.id })) undoNotice(t("inspector.linkRemoved"));
  };
}
