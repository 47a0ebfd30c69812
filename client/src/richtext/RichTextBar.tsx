import { ActionIcon, Button, Group, Popover, TextInput } from "@mantine/core";
import { IconBold, IconItalic, IconLink, IconList, IconListNumbers, IconQuote } from "@tabler/icons-react";
import { type Editor, useEditorState } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

/** The few forms a text may take. */
export function RichTextBar({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bulletList: now.isActive("bulletList"),
      orderedList: now.isActive("orderedList"),
      blockquote: now.isActive("blockquote"),
    }),
  });
  const tools = [
    { name: "bold", Icon: IconBold, run: () => editor.chain().focus().toggleBold().run() },
    { name: "italic", Icon: IconItalic, run: () => editor.chain().focus().toggleItalic().run() },
    { name: "bulletList", Icon: IconList, run: () => editor.chain().focus().toggleBulletList().run() },
    {
      name: "orderedList",
      Icon: IconListNumbers,
      run: () => editor.chain().focus().toggleOrderedList().run(),
    },
    { name: "blockquote", Icon: IconQuote, run: () => editor.chain().focus().toggleBlockquote().run() },
  ] as const;
  return (
    <Group gap={2} role="toolbar" aria-label={t("inspector.textTools")} className="richtextBar">
      {tools.map(({ name, Icon, run }) => (
        <ActionIcon
          key={name}
          variant={active[name] ? "light" : "subtle"}
          color={active[name] ? "forest" : "gray.7"}
          size="sm"
          aria-label={t(`inspector.text.${name}`)}
          aria-pressed={active[name]}
          onClick={run}
        >
          <Icon size={15} />
        </ActionIcon>
      ))}
      <LinkTool editor={editor} />
    </Group>
  );
}

function LinkTool({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [href, setHref] = useState("");
  const open = () => {
    const known: unknown = editor.getAttributes("link").href;
    setHref(typeof known === "string" ? known : "");
    setOpened(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setOpened(false);
    const range = editor.chain().focus().extendMarkRange("link");
    if (href.trim() === "") range.unsetLink().run();
    else range.setLink({ href: /^[a-z]+:/i.test(href) ? href.trim() : `https://${href.trim()}` }).run();
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-end">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray.7"
          size="sm"
          aria-label={t("inspector.text.link")}
          onClick={open}
        >
          <IconLink size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Group gap="xs" align="flex-end">
            <TextInput
              label={t("inspector.text.address")}
              value={href}
              data-autofocus
              onChange={(event) => setHref(event.currentTarget.value)}
            />
            <Button type="submit" size="sm">
              {t("inspector.text.setLink")}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
