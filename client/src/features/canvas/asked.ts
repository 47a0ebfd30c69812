/** What each question of the canvas is given to be asked and answered. */
import type { Answers } from "./answers.ts";
import type { Question } from "./asking.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

export interface AskedProps<Kind extends Question["kind"]> {
  readonly question: Extract<Question, { kind: Kind }>;
  readonly stage: Stage;
  readonly actions: Actions;
  readonly answer: Answers;
  /** Ends the question and gives the focus back to the canvas. */
  readonly close: () => void;
}
