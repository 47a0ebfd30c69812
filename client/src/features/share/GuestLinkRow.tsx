import { Button } from "@mantine/core";
import type { GuestLink } from "@trellis/shared/protocol/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRevokeGuestLink } from "../../http/guestLinks.ts";
import { problemText } from "../../http/problemText.ts";
import { notify } from "../../ui/notify.ts";
import { WhenText } from "../../ui/WhenText.tsx";
import styles from "./Share.module.css";

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** The button that was pressed has gone; its question has the focus. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

/** One link that works: what it allows, how many came by it, and its end. */
export function GuestLinkRow({ mapId, link }: { readonly mapId: string; readonly link: GuestLink }) {
  const { t } = useTranslation();
  const revoke = useRevokeGuestLink(mapId);
  const role = t(`share.role.${link.role}`);
  // It cannot be taken back, and whoever came by it is thrown out in the middle of their work.
  const [asking, setAsking] = useState(false);
  const end = () =>
    // A promise, not callbacks of the hook: this row is gone from the list before they would be called.
    void revoke
      .mutateAsync(link.id)
      .then(() => notify({ text: t("share.revoked", { count: link.guests }) }))
      .catch((error: unknown) => notify({ tone: "problem", text: problemText(t, error) }));
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
      {asking ? (
        <div className={styles.question}>
          <span className={styles.warning}>{t("share.revokeAsk", { count: link.guests })}</span>
          <Button size="xs" color="red" loading={revoke.isPending} ref={takeFocus} onClick={end}>
            {t("share.revokeNow")}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsking(false)}>
            {t("share.keep")}
          </Button>
        </div>
      ) : (
        <Button
          size="xs"
          variant="default"
          loading={revoke.isPending}
          onClick={() => (link.guests > 0 ? setAsking(true) : end())}
        >
          {t("share.revoke")}
        </Button>
      )}
    </li>
  );
}
