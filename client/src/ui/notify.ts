/** Short notices at the edge of the window, some with one way back (undo). The code that shows them loads with the first. */
import type { Notice } from "./notice.ts";

export function notify(notice: Notice): void {
  import("./showNotice.ts")
    .then(({ showNotice }) => showNotice(notice))
    .catch((error: unknown) => {
      // Offline before the first notice was needed: the views themselves still say what state they are in.
      console.error("a notice could not be shown", notice.text, error);
    });
}
