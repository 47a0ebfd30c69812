/** Says above every view what of the map is not shown and why, and is the way back. Focus and paths are steered here. */
import { Button, CloseButton, SegmentedControl } from "@mantine/core";
import { isFiltering } from "@trellis/shared/derive/cardFilter";
import { SHOWN_BY_DEFAULT } from "@trellis/shared/derive/lanes";
import { LONGEST_PATH } from "@trellis/shared/derive/paths";
import type { Degrees, ShownCards } from "@trellis/shared/derive/shownCards";
import { DIRECTIONS, type Direction } from "@trellis/shared/derive/ties";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useMap } from "../document/useMap.ts";
import { setDegrees, setDirection } from "../workspace/lookActions.ts";
import { type LookState, lookStore, useLook } from "../workspace/lookStore.ts";
import { reasons, titleOf, titlesOf } from "../workspace/lookWords.ts";
import type { Folds } from "../workspace/shownNow.ts";
import { useShownCards } from "../workspace/useShownCards.ts";
import { useWorkspace } from "../workspace/workspaceStore.ts";
import styles from "./LookBanner.module.css";
import { PathList } from "./PathList.tsx";

interface LookBannerProps {
  readonly folds: Folds;
  /** The view counts its own cards, of types of its own choice: only why some are hidden is said then. */
  readonly counts: boolean;
}

export function LookBanner({ folds, counts }: LookBannerProps) {
  const { t } = useTranslation();
  const whole = useLook((state) => state);
  // Where folding hides nothing there is nothing to say of it.
  const look = folds === "hidden" ? whole : { ...whole, unfolded: null };
  const types = useWorkspace((state) => state.shownTypes);
  const answer = useShownCards(folds);
  const hides = counts ? isFiltering(look.filter) : answer.hidden > 0;
  const isQuiet = !hides && !look.focus && !look.path && look.missing === 0 && !look.unfolded;
  const counted = counts
    ? t("look.some")
    : answer.hidden === 0
      ? t("look.none")
      : t("look.hidden", { count: answer.hidden, total: answer.total });
  const asked = { ...look, types: counts ? SHOWN_BY_DEFAULT : types };
  const text = useMap((snapshot) => (isQuiet ? "" : sentence(snapshot, asked, { ...answer, counted }, t)));
  return (
    <>
      {/* Always there, so that a screen reader hears it fill. */}
      <div className="unseen" role="status" data-look-status>
        {text}
      </div>
      {!isQuiet && (
        <section className={styles.banner} aria-label={t("look.panel.title")} data-look-banner>
          <div className={styles.row}>
            <p className={styles.text} aria-hidden="true">
              {text}
            </p>
            {look.focus && !look.path && <FocusControls focus={look.focus} />}
            {look.path && <PathControls path={look.path} />}
            <Button className={styles.clear ?? ""} size="compact-sm" variant="default" onClick={answer.clear}>
              {t("look.clear")}
            </Button>
          </div>
          {answer.paths && answer.paths.paths.length > 0 && <PathList found={answer.paths} />}
        </section>
      )}
    </>
  );
}

/** One or two sentences: how much is hidden and by what. */
function sentence(
  snapshot: MapSnapshot,
  look: Omit<LookState, "set"> & Parameters<typeof reasons>[1],
  { hidden, paths, counted }: Pick<ShownCards, "hidden" | "paths"> & { readonly counted: string },
  t: TFunction,
): string {
  const why = reasons(snapshot, look, t);
  if (look.path && paths) why.unshift(pathSentence(snapshot, look.path, paths, t));
  else if (look.focus) why.unshift(focusSentence(snapshot, look.focus, t));
  const main = why.length === 0 ? counted : t("look.why", { hidden: counted, reasons: why.join(" · ") });
  return look.missing > 0
    ? `${t("look.missing", { count: look.missing })} ${hidden > 0 ? main : ""}`.trim()
    : main;
}

function focusSentence(snapshot: MapSnapshot, focus: NonNullable<LookState["focus"]>, t: TFunction): string {
  const titles = titlesOf(snapshot, focus.cards, t);
  const words = t("look.focus.on", { titles, count: focus.degrees });
  return focus.direction === "all" ? words : `${words}, ${t(`look.focus.${focus.direction}`)}`;
}

function pathSentence(
  snapshot: MapSnapshot,
  { from, to, every }: NonNullable<LookState["path"]>,
  { paths, cut }: NonNullable<ShownCards["paths"]>,
  t: TFunction,
): string {
  const ends = { from: titleOf(snapshot, from, t), to: titleOf(snapshot, to, t), count: paths.length };
  if (paths.length === 0)
    return t(every ? "look.path.noneEvery" : "look.path.noneShortest", { ...ends, longest: LONGEST_PATH });
  return t(cut ? "look.path.cut" : "look.path.between", ends);
}

function FocusControls({ focus }: { readonly focus: NonNullable<LookState["focus"]> }) {
  const { t } = useTranslation();
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t("look.focus.degrees")}
        value={String(focus.degrees)}
        onChange={(value) => setDegrees(Number(value) as Degrees)}
        data={["1", "2", "3"]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t("look.focus.direction")}
        value={focus.direction}
        onChange={(value) => setDirection(value as Direction)}
        data={DIRECTIONS.map((direction) => ({ value: direction, label: t(`look.focus.${direction}`) }))}
      />
      <CloseButton
        size="sm"
        aria-label={t("look.focus.end")}
        title={t("look.focus.end")}
        onClick={() => lookStore.getState().set({ focus: null })}
      />
    </>
  );
}

function PathControls({ path }: { readonly path: NonNullable<LookState["path"]> }) {
  const { t } = useTranslation();
  const { set } = lookStore.getState();
  const label = path.every ? t("look.path.shortest") : t("look.path.every", { longest: LONGEST_PATH });
  return (
    <Button size="compact-sm" variant="subtle" onClick={() => set({ path: { ...path, every: !path.every } })}>
      {label}
    </Button>
  );
}
