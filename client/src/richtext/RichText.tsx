/**
 * The rich text of a card: the only Tiptap. Everybody writes into the shared fragment at once, with carets. It has its
 * own undo. It writes nothing by itself: an empty text stays empty until somebody types.
 */
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import type { CardId } from "@trellis/shared/schema/ids";
import { memo, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useBody } from "../document/useBody.ts";
import { useSelf } from "../document/useSaveState.ts";
import { personColour } from "../presence/colour.ts";
import { notify } from "../ui/notify.ts";
import { caretAwareness } from "./caretAwareness.ts";
import { LengthLimit } from "./lengthLimit.ts";
import "./RichText.css";
import { RichTextBar } from "./RichTextBar.tsx";

interface RichTextProps {
  readonly card: CardId;
  readonly readOnly: boolean;
  /** Accessible name. */
  readonly label: string;
}

export const RichText = memo(function RichText({ card, readOnly, label }: RichTextProps) {
  const { t } = useTranslation();
  const { fragment, awareness } = useBody(card);
  const self = useSelf();
  const name = self?.name ?? "";
  const color = personColour(self?.id ?? "");
  const extensions = useMemo(
    () => [
      StarterKit.configure({
        undoRedo: false,
        trailingNode: false,
        link: { openOnClick: false, defaultProtocol: "https", protocols: ["http", "https", "mailto"] },
      }),
      LengthLimit.configure({
        onTooLong: (limit) => notify({ tone: "problem", text: t("inspector.textTooLong", { limit }) }),
      }),
      Collaboration.configure({ fragment }),
      CollaborationCaret.configure({
        provider: { awareness: caretAwareness(awareness) },
        user: { name, color },
      }),
    ],
    [fragment, awareness, name, color, t],
  );
  const editor = useEditor(
    {
      extensions,
      injectCSS: false,
      editable: !readOnly,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          class: "richtext",
          dir: "auto",
          "data-placeholder": t("inspector.descriptionHint"),
        },
      },
    },
    [extensions],
  );
  useEffect(() => {
    editor?.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  return (
    <div className={readOnly ? "richtextBox richtextReadOnly" : "richtextBox"}>
      {!readOnly && editor && <RichTextBar editor={editor} />}
      <EditorContent editor={editor} />
    </div>
  );
});
