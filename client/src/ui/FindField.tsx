/** Finding by words within a view. Escape clears it, Down or Enter goes to what was found. */
import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { IconSearch, IconX } from "@tabler/icons-react";
import styles from "./View.module.css";

interface FindFieldProps {
  readonly id: string;
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes the keyboard to what was found. */
  readonly onLeave: () => void;
}

export function FindField({ id, label, clearLabel, value, onChange, onLeave }: FindFieldProps) {
  const clear = () => {
    onChange("");
    onLeave();
  };
  return (
    <TextInput
      id={id}
      className={styles.find ?? ""}
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} stroke={1.7} />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") clear();
        else if (event.key === "ArrowDown" || event.key === "Enter") {
          event.preventDefault();
          onLeave();
        }
      }}
      rightSection={
        value === "" ? null : (
          <Tooltip label={clearLabel}>
            <ActionIcon
              variant="transparent"
              color="gray.8"
              size="sm"
              aria-label={clearLabel}
              onClick={clear}
            >
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        )
      }
    />
  );
}
