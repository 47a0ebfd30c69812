import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePurgeMap } from "../../http/maps.ts";
import { problemText } from "../../http/problemText.ts";
import { notify } from "../../ui/notify.ts";

interface PurgeMapProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Asks before a deleted map goes for good; the answer that keeps it has the focus. */
export function PurgeMap({ id, title, onClose }: PurgeMapProps) {
  const { t } = useTranslation();
  const purge = usePurgeMap();
  const remove = () =>
    void purge.mutateAsync(id).then(
      () => notify({ text: t("start.purge.done", { title }) }),
      // Stays on screen, said in the dialog.
      () => undefined,
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("start.purge.title", { title })}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <Stack gap="md">
        <Text>{t("start.purge.text")}</Text>
        {purge.error && (
          <Text role="alert" size="sm" c="red">
            {problemText(t, purge.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t("start.purge.keep")}
          </Button>
          <Button color="red" loading={purge.isPending} onClick={remove}>
            {t("start.purge.remove")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
