import { Button, Group, Text } from "@mantine/core";

interface NoticeTextProps {
  readonly text: string;
  readonly actionLabel?: string;
  readonly onAction?: () => void;
}

export function NoticeText({ text, actionLabel, onAction }: NoticeTextProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" flex={1} miw={0} style={{ overflowWrap: "anywhere" }}>
        {text}
      </Text>
      {actionLabel && (
        <Button variant="subtle" size="compact-sm" flex="none" {...(onAction ? { onClick: onAction } : {})}>
          {actionLabel}
        </Button>
      )}
    </Group>
  );
}
