/** Leads from a check to the view in which it is worked on, where there is one. */
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import styles from "../../ui/View.module.css";
import { CHECK_VIEWS } from "./checkViews.ts";
import health from "./Health.module.css";

export function OtherView({ check }: { readonly check: string }) {
  const { t } = useTranslation();
  const { mapId = "" } = useParams<"mapId">();
  const there = CHECK_VIEWS[check];
  if (!there) return null;
  const { view, search = "" } = there;
  return (
    <p className={health.why}>
      <Link className={styles.card ?? ""} to={{ pathname: `/maps/${mapId}/${view}`, search }}>
        {t(`health.view.${view}`)}
      </Link>
    </p>
  );
}
