/**
 * The panel beside the view: everything about what is selected, or about the map when nothing is. Its controls are
 * made from the field tables; no type of card or link has a form of its own.
 */
import { useRef } from "react";
import { useMap } from "../../document/useMap.ts";
import type { Selection } from "../../workspace/workspaceStore.ts";
import { CardPanel } from "./CardPanel.tsx";
import { GonePanel } from "./GonePanel.tsx";
import styles from "./Inspector.module.css";
import { LinkPanel } from "./LinkPanel.tsx";
import { MapPanel } from "./MapPanel.tsx";
import { ManyPanel } from "./many/ManyPanel.tsx";
import { ResizeHandle } from "./ResizeHandle.tsx";
import { usePanelCommands } from "./usePanelCommands.ts";
import { usePanelFocus } from "./usePanelFocus.ts";

/** `selection` may be some moments behind that of the view. */
export function Inspector({ selection }: { readonly selection: Selection }) {
  const box = useRef<HTMLDivElement>(null);
  const { cards, link: linkId } = selection;
  const [first] = cards;
  const card = useMap((snapshot) => (first && cards.length === 1 ? snapshot.cards.get(first) : undefined));
  const link = useMap((snapshot) => (linkId ? snapshot.links.get(linkId) : undefined));
  const onKeyDown = usePanelCommands(card);
  usePanelFocus(box);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys that mean the same anywhere in the panel
    <div ref={box} className={styles.box} onKeyDown={onKeyDown}>
      <ResizeHandle />
      {cards.length > 1 ? (
        <ManyPanel cards={cards} />
      ) : card ? (
        <CardPanel key={card.id} card={card} />
      ) : link ? (
        <LinkPanel key={link.id} link={link} />
      ) : first || linkId ? (
        <GonePanel />
      ) : (
        <MapPanel />
      )}
    </div>
  );
}
