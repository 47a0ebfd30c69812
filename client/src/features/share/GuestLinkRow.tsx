import { Button } from "@mantine/core";
import type { GuestLink } from "@trellis/shared/protocol/api";
import { useTranslation } from "react-i18next";
import { useRevokeGuestLink } from "../../http/guestLinks.ts";
import { problemText } from "../../http/problemText.ts";
import { notify } from "../../ui/notify.ts";
import { WhenText } from "../../ui/WhenText.tsx";
import styles from "./Share.module.css";

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** One link that works: what it allows, how many came by it, and its end. */
export function GuestLinkRow({ mapId, link }: { readonly mapId: string; readonly link: GuestLink }) {
  const { t } = useTranslation();
  const revoke = useRevokeGuestLink(mapId);
  const role = t(`share.role.${link.role}`);
  return (
    <li className={styles.row} data-guest-link={link.id}>
      <div className={styles.facts}>
        <span className={styles.role}>{role}</span>
        <span>
          <WhenText label={t("share.madeAt")} at={link.createdAt} />
          {" · "}
          {t("share.guests", { count: link.guests })}
          {" · "}
          {link.expiresAt
            ? t("share.until", { when: DATE.format(new Date(link.expiresAt)) })
            : t("share.untilRevoked")}
        </span>
      </div>
      <Button
        size="xs"
        variant="default"
        loading={revoke.isPending}
        onClick={() =>
          // A promise, not callbacks of the hook: this row is gone from the list before they would be called.
          void revoke
            .mutateAsync(link.id)
            .then(() => notify({ text: t("share.revoked") }))
            .catch((error: unknown) => notify({ tone: "problem", text: problemText(t, error) }))
        }
      >
        {t("share.revoke")}
      </Button>
    </li>
  );
}
