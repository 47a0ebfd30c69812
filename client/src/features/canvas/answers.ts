/** What the answers to the canvas's questions change. Each is one edit, and so one undo step. */
import { addCard, editField, type NewCard } from "@trellis/shared/ops/cards";
import { requireRoom } from "@trellis/shared/ops/checks";
import { moveCards } from "@trellis/shared/ops/home";
import { addLink } from "@trellis/shared/ops/links";
import type { CardType, Level, ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import { mayLink } from "@trellis/shared/schema/linkTypes";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import type { Edit } from "../../document/useEdit.ts";
import type { LinkChoice } from "../../workspace/linkChoices.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import type { NewActor } from "./asking.ts";
import { canvasStore } from "./canvasStore.ts";
import type { Point } from "./geometry.ts";
import { linkObstacle } from "./linkObstacles.ts";
import { placeOfNew } from "./newCard.ts";
import type { Stage } from "./stage.ts";

/** A link between a card and one that is made with it. */
interface NewLinked {
  readonly card: NewCard;
  readonly other: CardId;
  readonly choice: LinkChoice;
  /** The link starts at the new card. */
  readonly fromNew: boolean;
}

function addLinked(draft: MapDraft, { card, other, choice, fromNew }: NewLinked): CardId {
  requireRoom(draft, { cards: 1, links: 1 });
  const made = addCard(draft, card);
  const [from, to] = fromNew ? [made, other] : [other, made];
  addLink(draft, { type: choice.type, from, to, ...(choice.role ? { fields: { role: choice.role } } : {}) });
  return made;
}

interface Roles {
  readonly cards: readonly CardId[];
  readonly actor: CardId | { readonly made: NewCard };
  readonly role: ResponsibilityRole;
}

function giveRoles(draft: MapDraft, { cards, actor, role }: Roles): CardId {
  requireRoom(draft, { cards: typeof actor === "string" ? 0 : 1, links: cards.length });
  const from = typeof actor === "string" ? actor : addCard(draft, actor.made);
  for (const to of cards) addLink(draft, { type: "responsible", from, to, fields: { role } });
  return from;
}

function setLevels(
  draft: MapDraft,
  { cards, level }: { cards: readonly CardId[]; level: Level | null },
): true {
  for (const card of cards) editField(draft, { card, field: "level", value: level });
  return true;
}

function moveHomes(draft: MapDraft, input: { cards: readonly CardId[]; home: CardId | null }): true {
  moveCards(draft, input);
  return true;
}

/** Whether a card can have this actor in this role, and has not yet: asked of each of many before any is linked. */
function takesRole(
  { snapshot }: Pick<Stage["scene"], "snapshot">,
  id: CardId,
  actor: CardId | NewActor,
  role: ResponsibilityRole,
): boolean {
  const card = snapshot.cards.get(id);
  if (!card || !mayLink("responsible", "actor", card.type)) return false;
  return (
    typeof actor !== "string" || linkObstacle(snapshot, { type: "responsible", role }, actor, id) === null
  );
}

export function answers(stage: Stage, edit: Edit) {
  const { scene } = stage;
  const placed = (type: CardType, title: string, world: Point): NewCard => {
    const { pos, level } = placeOfNew(scene.layout, type, world);
    return { type, pos, fields: { title, ...(level ? { level } : {}) } };
  };
  return {
    /** Makes a card at a place with its link, ready for its title. */
    addLinked: (other: CardId, type: CardType, choice: LinkChoice, fromNew: boolean, world: Point): void => {
      workspaceStore.getState().showType(type, true);
      const made = edit(addLinked, { card: placed(type, "", world), other, choice, fromNew });
      if (!made) return;
      workspaceStore.getState().selectCards([made]);
      canvasStore.getState().set({ titleOf: made });
    },
    /** Gives cards an actor in a role; the actor is made when there is none of that name. */
    giveRole: (all: readonly CardId[], actor: CardId | NewActor, role: ResponsibilityRole): boolean => {
      const cards = all.filter((id) => takesRole(scene, id, actor, role));
      if (cards.length === 0) return false;
      const beside = cards.map((id) => scene.card(id)).find((card) => card && "level" in card && card.level);
      const level = beside && "level" in beside ? beside.level : null;
      const made =
        typeof actor === "string"
          ? actor
          : { made: { type: "actor" as const, fields: { title: actor.title, ...(level ? { level } : {}) } } };
      return edit(giveRoles, { cards, actor: made, role }) !== null;
    },
    setLevel: (cards: readonly CardId[], level: Level | null): boolean =>
      edit(setLevels, { cards, level }) === true,
    moveHome: (cards: readonly CardId[], home: CardId | null): boolean =>
      edit(moveHomes, { cards, home }) === true,
  };
}

export type Answers = ReturnType<typeof answers>;
