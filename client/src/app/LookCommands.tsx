/** What can be shown and hidden in any view, as commands. */
import type { Degrees } from "@trellis/shared/derive/shownCards";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { LENSES } from "@trellis/shared/schema/lenses";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap, useMap } from "../document/useMap.ts";
import { notify } from "../ui/notify.ts";
import { type Command, useCommands } from "../workspace/commands.ts";
import { useHealth } from "../workspace/healthStore.ts";
import {
  type Cannot,
  focusOnSelected,
  pathBetweenSelected,
  setDegrees,
  setDirection,
  toggleFold,
  unfoldSelected,
} from "../workspace/lookActions.ts";
import { lookStore, useLook } from "../workspace/lookStore.ts";
import { lensWord } from "../workspace/lookWords.ts";
import { showEverything } from "../workspace/showEverything.ts";
import { workspaceStore } from "../workspace/workspaceStore.ts";

export function LookCommands() {
  useQuestionCommands();
  useFoldCommands();
  useTypeCommands();
  useMarkCommands();
  useColourCommands();
  return null;
}

const see = (id: string, label: string, run: () => void, keys?: string): Command => ({
  id: `look.${id}`,
  group: "see",
  label,
  run,
  ...(keys ? { keys } : {}),
});

/** Runs what may not be possible yet, and says what to do first. */
const trying = (act: () => Cannot, t: TFunction) => () => {
  const cannot = act();
  if (cannot) notify({ text: t(`look.cannot.${cannot}`) });
};

function useQuestionCommands(): void {
  const { t } = useTranslation();
  const isFocused = useLook((state) => state.focus !== null);
  useCommands(
    useMemo((): readonly Command[] => {
      const degree = (degrees: Degrees) => {
        const label = t("look.command.degree", { count: degrees });
        return see(`degree${degrees}`, label, () => setDegrees(degrees), String(degrees));
      };
      const whileFocused = [
        ...([1, 2, 3] as const).map(degree),
        see("direction", t("look.command.direction"), () => setDirection(), "D"),
      ];
      const path = trying(() => pathBetweenSelected(false), t);
      const paths = trying(() => pathBetweenSelected(true), t);
      return [
        see("filter", t("look.command.filter"), () => lookStore.getState().openFilters(true)),
        see("focus", t("look.command.focus"), trying(focusOnSelected, t), "F"),
        ...(isFocused ? whileFocused : []),
        see("path", t("look.command.path"), path, "Shift+P"),
        see("paths", t("look.command.paths"), paths),
        see("clear", t("look.command.clear"), showEverything),
      ];
    }, [t, isFocused]),
  );
}

function useFoldCommands(): void {
  const { t } = useTranslation();
  const live = useLiveMap();
  const isFolded = useLook((state) => state.unfolded !== null);
  useCommands(
    useMemo((): readonly Command[] => {
      const unfold = (others: "fold" | "stay") => trying(() => unfoldSelected(live.getSnapshot(), others), t);
      return [
        see("fold", t(isFolded ? "look.command.foldEnd" : "look.command.fold"), toggleFold),
        see("unfold", t("look.command.unfold"), unfold("fold"), "U"),
        see("unfoldMore", t("look.command.unfoldMore"), unfold("stay"), "Shift+U"),
      ];
    }, [t, live, isFolded]),
  );
}

function useTypeCommands(): void {
  const { t } = useTranslation();
  useCommands(
    useMemo(
      () =>
        CARD_TYPES.map((type) => {
          const label = t("look.command.type", { types: t(`cardTypes.${type}`).toLocaleLowerCase() });
          return see(`type.${type}`, label, () => {
            const { showType, shownTypes } = workspaceStore.getState();
            showType(type, !shownTypes.has(type));
          });
        }),
      [t],
    ),
  );
}

function useMarkCommands(): void {
  const { t } = useTranslation();
  const { showsMarks, showMarks } = useHealth((state) => state);
  useCommands(
    useMemo(
      () => [
        see("health", t(showsMarks ? "look.command.healthOff" : "look.command.healthOn"), () =>
          showMarks(!showsMarks),
        ),
      ],
      [t, showsMarks, showMarks],
    ),
  );
}

function useColourCommands(): void {
  const { t } = useTranslation();
  const settings = useMap((snapshot) => snapshot.settings);
  const isColoured = useLook((state) => state.colour !== null);
  useCommands(
    useMemo(() => {
      const { colourBy } = lookStore.getState();
      const lenses = [...LENSES.map(({ id }) => id), ...(settings.ownLenses ?? []).map(({ id }) => id)];
      return [
        ...[...new Set(lenses)].map((id) =>
          see(`colour.${id}`, t("look.command.colour", { lens: lensWord(settings, id, t) }), () =>
            colourBy(id),
          ),
        ),
        ...(isColoured ? [see("colourEnd", t("look.colour.end"), () => colourBy(null))] : []),
      ];
    }, [t, settings, isColoured]),
  );
}
