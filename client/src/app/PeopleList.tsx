/** Everybody on the map, where they are, and a way to follow each. */
import { Avatar, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSelf } from "../document/useSaveState.ts";
import { initials, personColour } from "../presence/colour.ts";
import { followStore, useFollowed } from "../presence/followStore.ts";
import type { Peer } from "../presence/peerBook.ts";
import type { PersonHere } from "../presence/people.ts";
import styles from "./Together.module.css";
import { useFollow } from "./useFollow.ts";
import { useWhere } from "./useWhere.ts";

interface PeopleListProps {
  readonly people: readonly PersonHere[];
  readonly followers: readonly Peer[];
  readonly onChosen: () => void;
}

export function PeopleList({ people, followers, onChosen }: PeopleListProps) {
  const { t } = useTranslation();
  const self = useSelf();
  const where = useWhere(people);
  const followed = useFollowed();
  const follow = useFollow();
  return (
    <>
      <h2 id="here-now" className={styles.listTitle}>
        {t("map.hereNow")}
      </h2>
      <ul className={styles.rows}>
        {people.map((person, index) => {
          const isFollowed = person.tabs.includes(followed?.clientId ?? -1);
          return (
            <li key={person.personId} className={styles.row}>
              <Avatar size={30} radius="xl" color={person.colour} variant="filled" aria-hidden="true">
                {initials(person.name)}
              </Avatar>
              <div className={styles.words}>
                <span className={styles.name}>{person.name}</span>
                <span className={styles.where}>
                  {[person.organisation, where[index]].filter((part) => part !== "").join(" · ")}
                </span>
              </div>
              <Button
                size="compact-sm"
                variant={isFollowed ? "filled" : "default"}
                aria-label={t(isFollowed ? "map.follow.stopNamed" : "map.follow.named", {
                  name: person.name,
                })}
                onClick={() => {
                  if (isFollowed) followStore.getState().stop();
                  else {
                    follow(person);
                    onChosen();
                  }
                }}
              >
                {t(isFollowed ? "map.follow.stop" : "map.follow.do")}
              </Button>
            </li>
          );
        })}
        {self && (
          <li className={styles.row}>
            <Avatar size={30} radius="xl" color={personColour(self.id)} variant="filled" aria-hidden="true">
              {initials(self.name)}
            </Avatar>
            <div className={styles.words}>
              <span className={styles.name}>{t("map.you", { name: self.name })}</span>
              <span className={styles.where}>
                {followers.length > 0
                  ? t("map.followedBy", {
                      count: followers.length,
                      names: followers.map(({ name }) => name).join(", "),
                    })
                  : self.organisation}
              </span>
            </div>
          </li>
        )}
      </ul>
    </>
  );
}
