import { Avatar, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSelf } from "../document/useSaveState.ts";
import { initials, personColour } from "../presence/colour.ts";
import { usePeers } from "../presence/PresenceProvider.tsx";
import styles from "./MapFrame.module.css";

const SHOWN = 4;

interface Face {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
}

/** Who is on the map, each person once, this one last. */
export function Avatars() {
  const { t } = useTranslation();
  const peers = usePeers();
  const self = useSelf();
  const faces = new Map<string, Face>();
  for (const peer of peers) {
    if (peer.personId !== self?.id)
      faces.set(peer.personId, { id: peer.personId, name: peer.name, organisation: peer.organisation });
  }
  const others = [...faces.values()];
  const shown = others.slice(0, others.length > SHOWN ? SHOWN - 1 : SHOWN);
  const rest = others.slice(shown.length);
  if (others.length === 0) return null;
  return (
    <ul className={styles.avatars} aria-label={t("map.here", { count: others.length })}>
      {shown.map((face) => {
        const label = [face.name, face.organisation].filter((part) => part !== "").join(", ");
        return (
          <Tooltip key={face.id} label={label}>
            <li className={styles.face}>
              <Avatar size={26} radius="xl" color={personColour(face.id)} variant="filled" alt={label}>
                {initials(face.name)}
              </Avatar>
              <span className={styles.hidden}>{label}</span>
            </li>
          </Tooltip>
        );
      })}
      {rest.length > 0 && (
        <Tooltip label={rest.map((face) => face.name).join(", ")}>
          <li className={styles.face}>
            <Avatar size={26} radius="xl" color="gray.7" variant="filled">
              {t("map.more", { count: rest.length })}
            </Avatar>
          </li>
        </Tooltip>
      )}
    </ul>
  );
}
