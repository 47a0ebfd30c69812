/** A view that has nothing to show yet: what is missing, what to do about it, and one button that does it. */
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./View.module.css";

interface EmptyViewProps {
  readonly title: string;
  readonly next: string;
  readonly children?: ReactNode;
}

export function EmptyView({ title, next, children }: EmptyViewProps) {
  return (
    <div className={styles.empty}>
      <Text fw={600} size="lg">
        {title}
      </Text>
      <Text c="dimmed" mt={4} mb="md">
        {next}
      </Text>
      {children}
    </div>
  );
}
