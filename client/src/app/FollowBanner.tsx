import { useTranslation } from "react-i18next";
import { followStore, useFollowed } from "../presence/followStore.ts";
import styles from "./Together.module.css";

/** A frame in the colour of whom one follows, with the way out. It leaves the view where it is. */
export function FollowBanner() {
  const { t } = useTranslation();
  const followed = useFollowed();
  if (!followed) return null;
  const { name, colour } = followed;
  return (
    <div className={styles.followFrame} style={{ borderColor: colour }} data-following>
      <div className={styles.followBanner} style={{ backgroundColor: colour }}>
        <span className={styles.followName}>{t("map.follow.now", { name })}</span>
        <button type="button" className={styles.followStop} onClick={() => followStore.getState().stop()}>
          {t("map.follow.stop")} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}
