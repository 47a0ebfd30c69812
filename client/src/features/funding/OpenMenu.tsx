/** "13 costs not known": opens the list of them; choosing one leads to the field. */
import { Menu } from "@mantine/core";
import type { Open } from "@trellis/shared/derive/money/figures";
import { useTranslation } from "react-i18next";
import { useSnapshot } from "../../document/useMap.ts";
import view from "../../ui/View.module.css";
import { titleOf } from "../../workspace/lookWords.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import styles from "./Funding.module.css";
import { openCards, openKey, reasonWord } from "./fundingWords.ts";
import { useFill } from "./useFill.ts";

interface OpenMenuProps {
  readonly label: string;
  readonly open: readonly Open[];
  /** Said without a list where nothing can be filled in; left out, it is shown while there is something. */
  readonly isShown?: boolean;
}

export function OpenMenu({ label, open, isShown = open.length > 0 }: OpenMenuProps) {
  const { t } = useTranslation();
  const snapshot = useSnapshot();
  const fill = useFill();
  if (!isShown) return null;
  if (open.length === 0) return <p>{label}</p>;
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <button type="button" className={`${view.card} ${styles.notKnown}`}>
          {label}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={view.cardMenu ?? ""}>
        {open.map((one) => {
          const [about] = openCards(one);
          const card = about ? snapshot.cards.get(about) : undefined;
          return (
            <Menu.Item
              key={openKey(one)}
              leftSection={card ? <TypeGlyph type={card.type} /> : null}
              onClick={() => fill(one)}
            >
              {openCards(one)
                .map((id) => titleOf(snapshot, id, t))
                .join(" → ")}
              <span className={styles.under}>{reasonWord(one, t)}</span>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
