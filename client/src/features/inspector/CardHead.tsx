/** The head of a card's panel: where it is, what it is, who else is editing it, its title and summary. */
import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { childrenOf, missionTree, parentOf, pathTo } from "@trellis/shared/derive/tree";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { useTranslation } from "react-i18next";
import { sameList, useMap } from "../../document/useMap.ts";
import { usePeers } from "../../presence/PresenceProvider.tsx";
import { statusOf } from "../../workspace/cardStatus.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { CardSummary, CardTitle } from "./CardTitle.tsx";
import { type FieldValues, type FieldWriters, useForm } from "./formContext.ts";
import styles from "./Inspector.module.css";
import { PanelHead } from "./PanelHead.tsx";
import { useGoTo } from "./useGoTo.ts";

/** Cards beside this one, itself included: below the same home, or of its type where there is no home. */
export function siblingsOf({ cards }: MapSnapshot, card: Card): readonly CardId[] {
  const tree = missionTree(cards);
  const home = parentOf(tree, card.id);
  if (home) return childrenOf(tree, home);
  if (card.type === "mission") return tree.missions;
  const siblings: CardId[] = [];
  for (const { id, type } of cards.values()) if (type === card.type && !parentOf(tree, id)) siblings.push(id);
  return siblings;
}

interface CardHeadProps {
  readonly card: Card;
  readonly values: FieldValues;
  readonly writers: FieldWriters;
}

export function CardHead({ card, values, writers }: CardHeadProps) {
  const { t } = useTranslation();
  const status = statusOf(card);
  const words = [
    t(`cardType.${card.type}`),
    ...(status ? [t(`enum.${status.list}.${status.value}`).toLocaleLowerCase()] : []),
  ].join(" · ");
  return (
    <PanelHead
      kicker={
        <>
          <TypeGlyph type={card.type} /> {words}
        </>
      }
      tools={<Siblings card={card} />}
    >
      <Path card={card.id} />
      <CardTitle writers={writers} value={card.title} />
      <EditingLine card={card.id} />
      <CardSummary writers={writers} value={values.summary} />
      {card.placeholder === true && <PlaceholderLine type={card.type} />}
    </PanelHead>
  );
}

/** From the mission down to the card's home. */
function Path({ card }: { readonly card: CardId }) {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const above = useMap(
    ({ cards }) =>
      pathTo(missionTree(cards), card)
        .slice(0, -1)
        .flatMap((step) => cards.get(step) ?? []),
    sameList,
  );
  if (above.length === 0) return null;
  return (
    <nav className={styles.path} aria-label={t("inspector.place")}>
      {above.map((step) => (
        <button
          key={step.id}
          type="button"
          className={styles.pathStep}
          title={step.title}
          onClick={() => goTo(step.id)}
        >
          {step.title || t("inspector.untitled")}
        </button>
      ))}
    </nav>
  );
}

function Siblings({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const siblings = useMap((snapshot) => siblingsOf(snapshot, card), sameList);
  const at = siblings.indexOf(card.id);
  if (siblings.length < 2 || at < 0) return null;
  const steps = [
    { key: "previous", id: siblings[at - 1], Icon: IconChevronUp },
    { key: "next", id: siblings[at + 1], Icon: IconChevronDown },
  ];
  return (
    <>
      <span className={styles.place}>
        {t("inspector.ofSiblings", { number: at + 1, count: siblings.length })}
      </span>
      {steps.map(({ key, id, Icon }) => (
        <ActionIcon
          key={key}
          variant="subtle"
          color="gray.7"
          size="sm"
          aria-label={t(`inspector.${key}`)}
          disabled={id === undefined}
          data-sibling={key}
          onClick={() => id && goTo(id)}
        >
          <Icon size={15} />
        </ActionIcon>
      ))}
    </>
  );
}

function EditingLine({ card }: { readonly card: CardId }) {
  const { t } = useTranslation();
  const peers = usePeers();
  const names = [...new Set(peers.filter((peer) => peer.editing === card).map((peer) => peer.name))];
  if (names.length === 0) return null;
  return (
    <p className={styles.editing} data-editing>
      {t("inspector.editing", { names: new Intl.ListFormat("en-GB").format(names), count: names.length })}
    </p>
  );
}

/** A prompt of a template says what to write; any edit makes it an ordinary card. */
function PlaceholderLine({ type }: { readonly type: Card["type"] }) {
  const { t } = useTranslation();
  const { readOnly } = useForm();
  if (readOnly) return null;
  return (
    <p className={styles.prompt} data-prompt>
      {t(`inspector.prompt.${type}`)}
    </p>
  );
}
