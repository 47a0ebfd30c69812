/**
 * The panel beside the canvas: everything about what is selected, or about the map when nothing is. Its controls are
 * made from the field tables; no type of card or link has a form of its own.
 */
import { useMap } from "../../document/useMap.ts";
import { useWorkspace } from "../../workspace/workspaceStore.ts";
import { CardPanel } from "./CardPanel.tsx";
import { GonePanel } from "./GonePanel.tsx";
import { LinkPanel } from "./LinkPanel.tsx";
import { ManyPanel } from "./ManyPanel.tsx";
import { MapPanel } from "./MapPanel.tsx";

export function Inspector() {
  const { cards, link: linkId } = useWorkspace((state) => state.selection);
  const [first] = cards;
  const card = useMap((snapshot) => (first ? snapshot.cards.get(first) : undefined));
  const link = useMap((snapshot) => (linkId ? snapshot.links.get(linkId) : undefined));
  if (cards.length > 1) return <ManyPanel cards={cards} />;
  if (card) return <CardPanel key={card.id} card={card} />;
  if (link) return <LinkPanel key={link.id} link={link} />;
  return first || linkId ? <GonePanel /> : <MapPanel />;
}
