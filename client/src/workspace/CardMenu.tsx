/** A figure that opens the list of cards behind it; choosing one shows it. A table may hold hundreds: a menu is made when asked for. */
import { Menu } from "@mantine/core";
import type { CardId } from "@trellis/shared/schema/ids";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSnapshot } from "../document/useMap.ts";
import styles from "../ui/View.module.css";
import { titleOf } from "./lookWords.ts";
import { showCard } from "./showCard.ts";
import { TypeGlyph } from "./TypeGlyph.tsx";

interface CardMenuProps {
  readonly cards: readonly CardId[];
  readonly label: string;
  /** For screen readers, where the label alone says too little. */
  readonly name?: string;
}

export function CardMenu({ cards, label, name }: CardMenuProps) {
  const [isAsked, setAsked] = useState(false);
  const said = name ? { "aria-label": `${label}: ${name}` } : {};
  if (isAsked) return <AskedMenu cards={cards} label={label} said={said} />;
  return (
    <button
      type="button"
      className={styles.card}
      aria-haspopup="menu"
      aria-expanded={false}
      {...said}
      onClick={() => setAsked(true)}
    >
      {label}
    </button>
  );
}

interface AskedMenuProps {
  readonly cards: readonly CardId[];
  readonly label: string;
  readonly said: { readonly "aria-label"?: string };
}

function AskedMenu({ cards, label, said }: AskedMenuProps) {
  const { t } = useTranslation();
  const snapshot = useSnapshot();
  const target = useRef<HTMLButtonElement>(null);
  return (
    <Menu position="bottom-start" width={280} defaultOpened onClose={() => target.current?.focus()}>
      <Menu.Target>
        <button ref={target} type="button" className={styles.card} {...said}>
          {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.cardMenu ?? ""}>
        {cards.flatMap((id) => {
          const card = snapshot.cards.get(id);
          return card ? (
            <Menu.Item key={id} leftSection={<TypeGlyph type={card.type} />} onClick={() => showCard(card)}>
              {titleOf(snapshot, id, t)}
            </Menu.Item>
          ) : (
            []
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
