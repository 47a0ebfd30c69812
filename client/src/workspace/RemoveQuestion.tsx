import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const WAYS = ["parent", "none", "remove"] as const;
type Way = (typeof WAYS)[number];

interface RemoveQuestionProps {
  readonly count: number;
  readonly title: string;
  readonly childTitles: readonly string[];
  readonly onRemove: (children: Way) => void;
  readonly onCancel: () => void;
}

/** Asks where the children of cards to be removed should go; whether to remove at all when they have gone meanwhile. */
export function RemoveQuestion({ count, title, childTitles, onRemove, onCancel }: RemoveQuestionProps) {
  const { t } = useTranslation();
  const [children, setChildren] = useState<Way>("parent");
  const hasChildren = childTitles.length > 0;
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t("remove.title", { count, title })}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <Stack gap="md">
        <Text size="sm" role="status">
          {hasChildren
            ? t("remove.children", { count: childTitles.length, first: childTitles[0] })
            : t("remove.childless", { count })}
        </Text>
        {hasChildren && (
          <Radio.Group
            label={t("remove.question")}
            value={children}
            onChange={(value) => setChildren(WAYS.find((way) => way === value) ?? "parent")}
          >
            <Stack gap="xs" mt="xs">
              {WAYS.map((way) => (
                <Radio key={way} value={way} label={t(`remove.ways.${way}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t("app.cancel")}
          </Button>
          <Button color="red" onClick={() => onRemove(hasChildren ? children : "parent")}>
            {t("remove.confirm", { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
