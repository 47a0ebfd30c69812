/** A figure that opens the list of cards behind it; choosing one shows it. */
import { Menu } from "@mantine/core";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { useTranslation } from "react-i18next";
import { useMap } from "../document/useMap.ts";
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

const whole = (snapshot: MapSnapshot): MapSnapshot => snapshot;

export function CardMenu({ cards, label, name }: CardMenuProps) {
  const { t } = useTranslation();
  const snapshot = useMap(whole);
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={styles.card}
          {...(name ? { "aria-label": `${label}: ${name}` } : {})}
        >
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
