import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import styles from "./Inspector.module.css";
import { keepChoice, keptChoice } from "./keptChoice.ts";

interface FieldGroupProps {
  /** What is remembered under: a type of card and a group. */
  readonly name: string;
  readonly title: string;
  /** How much it holds, seen while it is closed. */
  readonly count: number;
  readonly openAtFirst: boolean;
  /** Somebody is led to a place in it: it opens, which is not remembered. */
  readonly isWished?: boolean;
  readonly children: ReactNode;
}

/** A part of the panel that can be closed. The browser remembers which are open, by type of card. */
export function FieldGroup({ name, title, count, openAtFirst, isWished = false, children }: FieldGroupProps) {
  const id = useId();
  const [opened, setOpened] = useState(() => {
    const kept = keptChoice(`panel.${name}`);
    return kept === null ? openAtFirst : kept === "open";
  });
  if (isWished && !opened) setOpened(true);
  const toggle = () => {
    keepChoice(`panel.${name}`, opened ? "closed" : "open");
    setOpened(!opened);
  };
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.group} data-group={name} aria-labelledby={id}>
      <h3 className={styles.groupHeading} id={id}>
        <UnstyledButton className={styles.groupToggle ?? ""} aria-expanded={opened} onClick={toggle}>
          <Chevron size={14} aria-hidden />
          {title}
          {!opened && count > 0 && <span className={styles.count}> {count}</span>}
        </UnstyledButton>
      </h3>
      {opened && <div className={styles.groupBody}>{children}</div>}
    </section>
  );
}
