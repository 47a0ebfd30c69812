/** The menu at a place: right button, long press, Shift+F10. It shows what can be done with what is selected there. */
import { Menu } from "@mantine/core";
import { Fragment, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { MenuPlace } from "../../ui/MenuPlace.tsx";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { anchored } from "./anchored.ts";
import type { AskedProps } from "./asked.ts";
import { useAsking } from "./asking.ts";
import styles from "./Chooser.module.css";
import { type CanvasCommand, canvasCommands, chosenOf } from "./canvasCommands.ts";
import { useClipboardOf } from "./clipboardContext.ts";

const PARTS = ["look", "build", "clipboard", "away"] as const;
const POINTER_ONLY = ["mousedown", "touchstart"];

export function CanvasMenu({
  question,
  stage,
  actions,
  close,
  canEdit,
}: AskedProps<"menu"> & { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  const at = useAsking((state) => state.at);
  const clipboard = useClipboardOf();
  const chosen = useWorkspace(({ selection }) => chosenOf(selection));
  const count = useWorkspace(({ selection }) => selection.cards.length);
  const commands = canvasCommands({ stage, actions, clipboard, world: question.world }).filter(
    ({ on, part, changes }) => part && on.includes(chosen) && (canEdit || !changes),
  );
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => first.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const parts = PARTS.map((part) => commands.filter((command) => command.part === part)).filter(
    (part) => part.length > 0,
  );
  const item = ({ id, keys, run }: CanvasCommand, isFirst: boolean) => (
    <Menu.Item
      key={id}
      ref={isFirst ? first : null}
      className={styles.menuItem}
      {...(id === "remove" ? { color: "red" } : {})}
      rightSection={keys && <span className={styles.keys}>{printed(keys, t("ask.mod"))}</span>}
      onClick={() => {
        close();
        run?.();
      }}
    >
      {t(`ask.command.${id}`)}
    </Menu.Item>
  );
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      width={280}
      shadow="md"
      clickOutsideEvents={POINTER_ONLY}
      returnFocus={false}
    >
      <Menu.Target>
        <MenuPlace label={t("ask.menu")} className={styles.anchor} style={anchored(at)} />
      </Menu.Target>
      <Menu.Dropdown data-canvas-menu onContextMenu={(event) => event.preventDefault()}>
        {count > 1 && <Menu.Label>{t("ask.menuMany", { count })}</Menu.Label>}
        {parts.map((part, index) => (
          <Fragment key={part[0]?.part}>
            {index > 0 && <Menu.Divider />}
            {part.map((command, position) => item(command, index === 0 && position === 0))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** `Mod` is the key of this kind of computer. */
const printed = (keys: string, mod: string): string =>
  keys.replace("Mod", /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : mod);
