/** What helps people rate: the scale of the mission's rubric, and questions on the challenges tagged with an item. Pure. */
import type { Ask } from "@trellis/shared/derive/ask";
import { lensTable } from "@trellis/shared/derive/lensTags";
import { missionAbove } from "@trellis/shared/derive/parts";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";

type Cards = Pick<MapSnapshot, "cards">;

interface Step {
  readonly score: number;
  readonly label: string;
  readonly meaning: string;
}

/** The steps that the mission's rubric names, in order; none where it has no rubric. */
export function scaleOf({ cards }: Cards, mission: CardId): readonly Step[] {
  const card = cards.get(mission);
  const steps = card?.type === "mission" ? (card.rubric?.scale ?? []) : [];
  return steps
    .flatMap(({ score, label, meaning }) =>
      typeof score === "number" ? [{ score, label: label ?? "", meaning: meaning ?? "" }] : [],
    )
    .sort((one, other) => one.score - other.score);
}

/** Questions of the challenges of a mission that carry an item of a lens. */
export function questionsOf(
  ask: Ask,
  { cards }: Cards,
  lens: string,
  item: string,
  mission: CardId,
): readonly string[] {
  const above = ask(missionAbove);
  const tagged =
    ask(lensTable, lens)
      .groups.find(({ value }) => value === item)
      ?.cards.get("challenge") ?? [];
  return tagged
    .filter((id) => above.get(id) === mission)
    .flatMap((id) => {
      const card = cards.get(id);
      return card?.type === "challenge" ? (card.diagnostic?.questions ?? []) : [];
    });
}
