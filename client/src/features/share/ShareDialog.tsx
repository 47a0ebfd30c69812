import { Alert, Modal, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useGuestLinks } from "../../http/guestLinks.ts";
import { problemText } from "../../http/problemText.ts";
import { QueryScope } from "../../http/QueryScope.tsx";
import { GuestLinkRow } from "./GuestLinkRow.tsx";
import { NewGuestLink } from "./NewGuestLink.tsx";
import styles from "./Share.module.css";

interface ShareDialogProps {
  readonly mapId: string;
  readonly onClose: () => void;
}

/** Guest links of the map: make one, see which there are, revoke them. */
export function ShareDialog({ mapId, onClose }: ShareDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("share.title")}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <Text size="sm" mb="md">
        {t("share.access")}
      </Text>
      <QueryScope>
        <GuestLinks mapId={mapId} />
      </QueryScope>
    </Modal>
  );
}

function GuestLinks({ mapId }: { readonly mapId: string }) {
  const { t } = useTranslation();
  const links = useGuestLinks(mapId);
  const now = Date.now();
  const live = (links.data ?? []).filter(
    (link) => link.revokedAt === null && (link.expiresAt === null || Date.parse(link.expiresAt) > now),
  );
  return (
    <Stack gap="lg">
      <NewGuestLink mapId={mapId} />
      <section aria-labelledby="live-links">
        <Title order={3} fz={14} id="live-links" mb="xs">
          {t("share.liveLinks")}
        </Title>
        {links.isPending && <Skeleton h={40} />}
        {links.error && (
          <Alert color="orange" role="alert">
            {problemText(t, links.error)}
          </Alert>
        )}
        {links.data && live.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("share.noLinks")}
          </Text>
        )}
        <ul className={styles.list}>
          {live.map((link) => (
            <GuestLinkRow key={link.id} mapId={mapId} link={link} />
          ))}
        </ul>
      </section>
    </Stack>
  );
}
