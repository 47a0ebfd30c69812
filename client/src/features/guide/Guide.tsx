/** First steps on a living map: a small card that says one thing to try, and goes when it was tried or is not wanted. */
import { Button, CloseButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../../document/useMap.ts";
import { keyText } from "../../ui/Keys.tsx";
import { announce } from "../../workspace/announce.ts";
import { sightStore } from "../../workspace/sightStore.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import styles from "./Guide.module.css";
import { isDone, mostAccountable, STEPS, type Step, stepAfter } from "./steps.ts";
import { useDoings } from "./useDoings.ts";

/** Long enough to see that the deed was the one asked for. */
const NEXT_AFTER_MS = 700;
const KEYS = { keys: keyText("Mod+K") };

interface GuideProps {
  /** The dialog for sharing is open. */
  readonly isSharing: boolean;
  readonly onLeave: () => void;
}

export function Guide({ isSharing, onLeave }: GuideProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step | "done">("look");
  const done = useIsDone(step, isSharing);
  useEffect(() => {
    if (!done || step === "done") return;
    const timer = setTimeout(() => setStep(stepAfter(step) ?? "done"), NEXT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [done, step]);
  useEffect(() => announce(`${t(`guide.${step}.title`)}. ${t(`guide.${step}.text`, KEYS)}`), [step, t]);
  useLeaveByEscape(onLeave);
  const number = step === "done" ? STEPS.length : STEPS.indexOf(step) + 1;
  return (
    <section className={styles.guide} aria-label={t("guide.label")} data-guide={step}>
      <header className={styles.head}>
        <span className={styles.steps} aria-hidden="true">
          {STEPS.map((each, index) => (
            <span
              key={each}
              className={styles.step}
              data-past={index + 1 < number || step === "done" || done || undefined}
              data-now={each === step || undefined}
            />
          ))}
        </span>
        <span className={styles.count}>{t("guide.count", { number, count: STEPS.length })}</span>
        <CloseButton size="sm" aria-label={t("guide.leave")} onClick={onLeave} />
      </header>
      <h2 className={styles.title}>{t(`guide.${step}.title`)}</h2>
      <p className={styles.text}>{t(`guide.${step}.text`, KEYS)}</p>
      {step === "answer" && <ShowActor />}
      {step === "done" && (
        <Button size="compact-sm" onClick={onLeave}>
          {t("guide.close")}
        </Button>
      )}
    </section>
  );
}

/** Actors may lie outside the screen: brings the one who answers for most into sight. */
function ShowActor() {
  const { t } = useTranslation();
  const live = useLiveMap();
  const show = () => {
    const actor = mostAccountable(live.getSnapshot());
    if (!actor) return;
    workspaceStore.getState().showType("actor", true);
    sightStore.getState().reveal(actor);
  };
  return (
    <Button size="compact-sm" variant="default" onClick={show}>
      {t("guide.answer.show")}
    </Button>
  );
}

function useIsDone(step: Step | "done", isSharing: boolean): boolean {
  const doings = useDoings(step === "done" ? "together" : step, isSharing);
  return step !== "done" && isDone(step, doings);
}

/** Escape first ends what is under way on the map; with nothing under way, and from the card itself, it ends the guide. */
function useLeaveByEscape(onLeave: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element)) return;
      if (event.target.closest("[role=dialog], [role=menu], input, textarea, select, [contenteditable=true]"))
        return;
      const { selection, tool } = workspaceStore.getState();
      const isBusy = selection.cards.length > 0 || selection.link !== null || tool.kind !== "select";
      if (!isBusy || event.target.closest("[data-guide]")) onLeave();
    };
    // Before the canvas, which forgets its selection with the same key.
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [onLeave]);
}
