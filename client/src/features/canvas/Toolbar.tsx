/** What can be put on the map. A click chooses a tool, a drag drops the card where it ends, a key adds it in the middle. */
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconDots, IconLine, IconMarquee2, IconPointer } from "@tabler/icons-react";
import type { CardType } from "@trellis/shared/schema/enums";
import { type MouseEvent, memo, type PointerEvent, type ReactNode, type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { type Tool, useWorkspace } from "../../workspace/workspaceStore.ts";
import styles from "./Canvas.module.css";
import { canvasStore, useCanvas } from "./canvasStore.ts";
import { toWorld } from "./geometry.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";
import { useRovingFocus } from "./useRovingFocus.ts";

const AT_HAND: readonly CardType[] = ["challenge", "project", "instrument", "actor", "indicator"];
const MORE: readonly CardType[] = [
  "grand_challenge",
  "mission",
  "funding",
  "risk",
  "evidence",
  "decision",
  "note",
];
const DRAG_SLACK = 16;

interface ToolbarProps {
  readonly stage: Stage | null;
  readonly surface: RefObject<HTMLDivElement | null>;
  readonly actions: Actions;
}

export const Toolbar = memo(function Toolbar({ stage, surface, actions }: ToolbarProps) {
  const { t } = useTranslation();
  const tool = useWorkspace((state) => state.tool);
  const setTool = useWorkspace((state) => state.setTool);
  const framing = useCanvas((state) => state.framing);
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);

  const { bar, onKeyDown } = useRovingFocus();
  const choose = (next: Tool, frame = false) => {
    canvasStore.getState().set({ framing: frame });
    setTool(next);
  };
  const adding = (type: CardType) => tool.kind === "add" && tool.type === type;
  const onClick = (type: CardType) => (event: MouseEvent) => {
    // A click without a pointer comes from the keyboard, where there is no place to point at.
    if (event.detail === 0) actions.add(type, null);
    else choose(adding(type) ? { kind: "select" } : { kind: "add", type });
  };
  const onPointerUp = (type: CardType) => (event: PointerEvent) => {
    const from = start.current;
    start.current = null;
    const corner = surface.current?.getBoundingClientRect();
    if (!from || !stage || !corner) return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < DRAG_SLACK) return;
    actions.add(type, toWorld(stage.view, { x: event.clientX - corner.left, y: event.clientY - corner.top }));
  };

  const button = (
    label: string,
    on: boolean,
    run: (event: MouseEvent) => void,
    glyph: ReactNode,
    type?: CardType,
  ) => (
    <Tooltip key={label} label={label} position="right" openDelay={400}>
      <ActionIcon
        variant={on ? "light" : "subtle"}
        color={on ? "forest" : "gray.8"}
        size={36}
        aria-label={label}
        aria-pressed={on}
        onClick={run}
        {...(type && {
          onPointerDown: (event: PointerEvent<HTMLElement>) => {
            start.current = { x: event.clientX, y: event.clientY };
            event.currentTarget.setPointerCapture(event.pointerId);
          },
          onPointerUp: onPointerUp(type),
        })}
      >
        {glyph}
      </ActionIcon>
    </Tooltip>
  );
  const add = (type: CardType) => t("canvas.add", { type: t(`cardType.${type}`).toLocaleLowerCase() });

  return (
    <div
      ref={bar}
      className={styles.toolbar}
      role="toolbar"
      aria-label={t("canvas.tools")}
      aria-orientation="vertical"
      onKeyDown={onKeyDown}
    >
      {button(
        t("canvas.select"),
        tool.kind === "select" && !framing,
        () => choose({ kind: "select" }),
        <IconPointer size={19} stroke={1.7} />,
      )}
      {button(
        t("canvas.frame"),
        framing,
        () => choose({ kind: "select" }, !framing),
        <IconMarquee2 size={19} stroke={1.7} />,
      )}
      <span className={styles.toolbarRule} />
      {AT_HAND.map((type) => button(add(type), adding(type), onClick(type), <TypeGlyph type={type} />, type))}
      <Menu position="right-start" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant={tool.kind === "add" && MORE.includes(tool.type) ? "light" : "subtle"}
            color="gray.8"
            size={36}
            aria-label={t("canvas.addMore")}
          >
            <IconDots size={19} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {MORE.map((type) => (
            <Menu.Item key={type} leftSection={<TypeGlyph type={type} />} onClick={onClick(type)}>
              {t(`cardType.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span className={styles.toolbarRule} />
      {button(
        t("canvas.connect"),
        tool.kind === "connect",
        () => choose(tool.kind === "connect" ? { kind: "select" } : { kind: "connect" }),
        <IconLine size={19} stroke={1.7} />,
      )}
    </div>
  );
});
