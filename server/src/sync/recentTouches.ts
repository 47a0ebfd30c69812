// Which touches of a room's cards are worth a row. Somebody who types touches a card many times a second; that the same
// person edited the same card is written once a minute. It belongs to the room: when a commit fails, both end.
import type { CardId } from "@trellis/shared/schema/ids";
import type { CardTouch } from "@trellis/shared/schema/touchedDoc";
import { TOUCH_STEP_MS } from "@trellis/shared/schema/touches";
import type { CommittedTouch, TimeMs } from "../ports/docStore.ts";

export class RecentTouches {
  readonly #last = new Map<CardId, { readonly by: string; readonly at: TimeMs }>();

  worthKeeping(touches: readonly CardTouch[], by: string, now: TimeMs): CommittedTouch[] {
    return touches.flatMap((touch) => {
      const last = this.#last.get(touch.card);
      if (touch.kind === "removed") this.#last.delete(touch.card);
      else if (touch.kind === "edited" && last?.by === by && now - last.at < TOUCH_STEP_MS) return [];
      else this.#last.set(touch.card, { by, at: now });
      return [{ ...touch, by }];
    });
  }
}
