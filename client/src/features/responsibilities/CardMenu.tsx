/** A figure that opens the list of cards behind it; choosing one shows it. */
import { Menu } from "@mantine/core";
import type { CardId } from "@trellis/shared/schema/ids";
import { showCard } from "../../workspace/showCard.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { titleOf } from "./dutyWords.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

interface CardMenuProps {
  readonly model: DutiesModel;
  readonly cards: readonly CardId[];
  readonly label: string;
  /** For screen readers, where the label alone says too little. */
  readonly name?: string;
}

export function CardMenu({ model: { words, snapshot }, cards, label, name }: CardMenuProps) {
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={styles.figure}
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
              {titleOf(words, id)}
            </Menu.Item>
          ) : (
            []
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
