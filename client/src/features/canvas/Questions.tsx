/** The question that the canvas has open, in words, with what may be answered. */
import { type RefObject, useEffect, useMemo } from "react";
import { useEdit } from "../../document/useEdit.ts";
import { useMap } from "../../document/useMap.ts";
import { answers } from "./answers.ts";
import { askingStore, useAsking } from "./asking.ts";
import { CanvasMenu } from "./CanvasMenu.tsx";
import { ChooseCard } from "./ChooseCard.tsx";
import { ChooseLevel } from "./ChooseLevel.tsx";
import { ChooseRole } from "./ChooseRole.tsx";
import { ChooseType } from "./ChooseType.tsx";
import { ChooseWay } from "./ChooseWay.tsx";
import { canvasStore } from "./canvasStore.ts";
import type { Stage } from "./stage.ts";
import type { Actions } from "./useActions.ts";

interface QuestionsProps {
  readonly stage: Stage;
  /** Takes the focus back once the question is answered. */
  readonly surface: RefObject<HTMLElement | null>;
  readonly actions: Actions;
  readonly canEdit: boolean;
}

export function Questions({ stage, surface, actions, canEdit }: QuestionsProps) {
  const question = useAsking((state) => state.question);
  const edit = useEdit();
  const answer = useMemo(() => answers(stage, edit), [stage, edit]);
  // What a question is about may be removed by somebody else while it is open.
  const isGone = useMap((snapshot) => {
    if (!question) return false;
    const about = "from" in question ? [question.from] : "cards" in question ? question.cards : [];
    return about.some((id) => !snapshot.cards.has(id));
  });
  const isVoid = question !== null && (isGone || (!canEdit && question.kind !== "menu"));
  useEffect(() => {
    if (isVoid) askingStore.getState().close();
  }, [isVoid]);
  const close = () => {
    askingStore.getState().close();
    canvasStore.getState().set({ target: null });
    surface.current?.focus({ preventScroll: true });
  };
  if (!question || isVoid) return null;
  const shared = { stage, actions, answer, close };
  switch (question.kind) {
    case "type":
    case "linkedType":
      return <ChooseType key={question.kind} question={question} {...shared} />;
    case "join":
    case "actor":
    case "home":
      return <ChooseCard key={question.kind} question={question} {...shared} />;
    case "linkedWay":
      return <ChooseWay question={question} {...shared} />;
    case "role":
      return <ChooseRole question={question} {...shared} />;
    case "level":
      return <ChooseLevel question={question} {...shared} />;
    case "menu":
      return <CanvasMenu question={question} canEdit={canEdit} {...shared} />;
  }
}
