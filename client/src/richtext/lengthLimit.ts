/**
 * Keeps a text below the length a map takes. Only what is typed or pasted here is stopped, and said so; what others
 * wrote is always shown.
 */
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { TEXT_LIMIT } from "@trellis/shared/schema/body";

export const LengthLimit = Extension.create<{ readonly onTooLong: (limit: number) => void }>({
  name: "lengthLimit",
  addOptions: () => ({ onTooLong: () => undefined }),
  addProseMirrorPlugins() {
    const { onTooLong } = this.options;
    return [
      new Plugin({
        filterTransaction: (transaction, state) => {
          const isOurs = transaction.docChanged && transaction.getMeta(ySyncPluginKey) === undefined;
          const length = transaction.doc.content.size;
          if (!isOurs || length <= TEXT_LIMIT || length <= state.doc.content.size) return true;
          onTooLong(TEXT_LIMIT);
          return false;
        },
      }),
    ];
  },
});
