/**
 * The cards this tab shows now, worked out once for a snapshot and a look however many views ask. While it comes to
 * the same cards, the answer holds the same set, so a view can compare with `===`.
 */
import { type ShownCards, type ShownQuestion, shownCards } from "@trellis/shared/derive/shownCards";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardId } from "@trellis/shared/schema/ids";
import { type LookState, lookStore } from "./lookStore.ts";
import { type Workspace, workspaceStore } from "./workspaceStore.ts";

/** Whether a view hides what is folded away. One that opens and closes by itself, as a tree does, shows it. */
export type Folds = "hidden" | "shown";

type Asked = Pick<LookState, "filter" | "focus" | "path" | "unfolded" | "also"> &
  Pick<Workspace, "shownTypes">;

interface Answered {
  readonly snapshot: MapSnapshot;
  readonly asked: Asked;
  readonly answer: ShownCards;
}
const answered: Record<Folds, Answered | null> = { hidden: null, shown: null };

/** What the look asks of `snapshot`. Outside React; inside it is `useShownCards`. */
export function shownNow(snapshot: MapSnapshot, folds: Folds = "hidden"): ShownCards {
  const { filter, focus, path, unfolded: wanted, also } = lookStore.getState();
  const { shownTypes } = workspaceStore.getState();
  const unfolded = folds === "hidden" ? wanted : null;
  const last = answered[folds];
  const asked: Asked = { filter, focus, path, unfolded, also, shownTypes };
  if (last && isSame(last.snapshot, snapshot) && sameAsked(last.asked, asked)) return last.answer;
  const question: ShownQuestion = { types: shownTypes, filter, focus, path, unfolded, also };
  const answer = kept(shownCards(snapshot, question), last?.answer);
  answered[folds] = { snapshot, asked, answer };
  return answer;
}

const isSame = (one: MapSnapshot, other: MapSnapshot): boolean =>
  one.cards === other.cards && one.links === other.links;

const sameAsked = (one: Asked, other: Asked): boolean =>
  one.filter === other.filter &&
  one.focus === other.focus &&
  one.path === other.path &&
  one.unfolded === other.unfolded &&
  one.also === other.also &&
  one.shownTypes === other.shownTypes;

function kept(fresh: ShownCards, before: ShownCards | undefined): ShownCards {
  if (!before) return fresh;
  const isSameAnswer =
    fresh.hidden === before.hidden &&
    fresh.total === before.total &&
    fresh.paths === null &&
    before.paths === null &&
    sameSet(fresh.shown, before.shown) &&
    sameSet(fresh.kept, before.kept);
  if (isSameAnswer) return before;
  return sameSet(fresh.shown, before.shown) ? { ...fresh, shown: before.shown } : fresh;
}

function sameSet(one: ReadonlySet<CardId> | null, other: ReadonlySet<CardId> | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.size !== other.size) return false;
  for (const id of one) if (!other.has(id)) return false;
  return true;
}
