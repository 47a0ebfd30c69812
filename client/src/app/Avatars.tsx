/** Who is here, each person once: a face follows, the last one is oneself and opens the list of everybody. */
import { Avatar, Popover, Tooltip, UnstyledButton } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelf } from "../document/useSaveState.ts";
import { initials, personColour } from "../presence/colour.ts";
import { followStore, useFollowed } from "../presence/followStore.ts";
import { useOwnClientId, usePeers } from "../presence/PresenceProvider.tsx";
import { followersOf, type PersonHere, peopleOf } from "../presence/people.ts";
import { usePhone } from "../ui/usePhone.ts";
import { PeopleList } from "./PeopleList.tsx";
import styles from "./Together.module.css";
import { useFollow } from "./useFollow.ts";
import { useWhere } from "./useWhere.ts";

/** Faces shown beside one's own. */
const SHOWN = 4;

export function Avatars() {
  const { t } = useTranslation();
  const self = useSelf();
  const people = peopleOf(usePeers(), self?.id);
  const isPhone = usePhone();
  const followed = useFollowed();
  // Whom one follows has a face whatever their name; the sort keeps the others in order.
  const isFollowed = ({ tabs }: PersonHere) => Number(tabs.includes(followed?.clientId ?? -1));
  const inRow = people.toSorted((one, other) => isFollowed(other) - isFollowed(one));
  const shown = isPhone ? [] : inRow.slice(0, people.length > SHOWN ? SHOWN - 1 : SHOWN);
  if (people.length === 0) return null;
  return (
    <div className={styles.people}>
      <ul className={styles.faces} aria-label={t("map.here", { count: people.length })} hidden={isPhone}>
        <Faces people={shown} />
      </ul>
      <Everybody people={people} rest={people.length - shown.length} isPhone={isPhone} />
    </div>
  );
}

function Faces({ people }: { readonly people: readonly PersonHere[] }) {
  const { t } = useTranslation();
  const where = useWhere(people);
  const followed = useFollowed();
  const follow = useFollow();
  return people.map((person, index) => {
    const isFollowed = person.tabs.includes(followed?.clientId ?? -1);
    const said = [person.name, person.organisation, where[index]].filter((part) => part !== "").join(", ");
    const way = t(isFollowed ? "map.follow.stopHint" : "map.follow.hint");
    return (
      <li key={person.personId} className={styles.face}>
        <Tooltip label={<Lines lines={[person.name, person.organisation, where[index] ?? "", way]} />}>
          <UnstyledButton
            className={styles.faceButton}
            aria-pressed={isFollowed}
            style={{ "--face": person.colour }}
            onClick={() => (isFollowed ? followStore.getState().stop() : follow(person))}
          >
            <Avatar size={26} radius="xl" color={person.colour} variant="filled" aria-hidden="true">
              {initials(person.name)}
            </Avatar>
            <span className="unseen">{t("map.follow.named", { name: said })}</span>
          </UnstyledButton>
        </Tooltip>
      </li>
    );
  });
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.filter((line) => line !== "").map((line) => <div key={line}>{line}</div>);
}

interface EverybodyProps {
  readonly people: readonly PersonHere[];
  /** People without a face of their own in the row. */
  readonly rest: number;
  readonly isPhone: boolean;
}

/** The button of oneself (on a phone: of all) and the list it opens. */
function Everybody({ people, rest, isPhone }: EverybodyProps) {
  const { t } = useTranslation();
  const self = useSelf();
  const [opened, setOpened] = useState(false);
  const followers = followersOf(usePeers(), useOwnClientId());
  const label = [
    t("map.peopleList", { count: people.length + 1 }),
    followers.length > 0 ? t("map.followers", { count: followers.length }) : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={styles.everybody}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className="unseen">{label}</span>
          {!isPhone && rest > 0 && (
            <Avatar size={26} radius="xl" color="gray.7" variant="filled" aria-hidden="true">
              {t("map.more", { count: rest })}
            </Avatar>
          )}
          {isPhone ? (
            <span className={styles.count} aria-hidden="true">
              <IconUsers size={18} stroke={1.7} />
              {people.length + 1}
            </span>
          ) : (
            <span className={styles.self}>
              <Avatar
                size={26}
                radius="xl"
                color={personColour(self?.id ?? "")}
                variant="filled"
                aria-hidden="true"
              >
                {initials(self?.name ?? "")}
              </Avatar>
              {followers.length > 0 && (
                <span className={styles.badge} aria-hidden="true">
                  {followers.length}
                </span>
              )}
            </span>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.list} aria-labelledby="here-now">
        {opened && <PeopleList people={people} followers={followers} onChosen={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
