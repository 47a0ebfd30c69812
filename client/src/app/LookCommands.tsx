/** What can be shown and hidden in any view, as commands. */
import type { Degrees } from "@trellis/shared/derive/shownCards";
import { CARD_TYPES } from "@trellis/shared/schema/enums";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLiveMap } from "../document/useMap.ts";
import { notify } from "../ui/notify.ts";
import { type Command, useCommands } from "../workspace/commands.ts";
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
import { showEverything } from "../workspace/showEverything.ts";
import { workspaceStore } from "../workspace/workspaceStore.ts";

export function LookCommands() {
  const { t } = useTranslation();
  const live = useLiveMap();
  const isFolded = useLook((state) => state.unfolded !== null);
  const isFocused = useLook((state) => state.focus !== null);
  useCommands(
    useMemo((): readonly Command[] => {
      const trying = (act: () => Cannot) => () => {
        const cannot = act();
        if (cannot) notify({ text: t(`look.cannot.${cannot}`) });
      };
      const see = (id: string, label: string, run: () => void, keys?: string): Command => ({
        id: `look.${id}`,
        group: "see",
        label,
        run,
        ...(keys ? { keys } : {}),
      });
      const degree = (degrees: Degrees) =>
        see(
          `degree${degrees}`,
          t("look.command.degree", { count: degrees }),
          () => setDegrees(degrees),
          String(degrees),
        );
      return [
        see("filter", t("look.command.filter"), () => lookStore.getState().openFilters(true)),
        see("focus", t("look.command.focus"), trying(focusOnSelected), "F"),
        ...(isFocused
          ? [
              ...([1, 2, 3] as const).map(degree),
              see("direction", t("look.command.direction"), () => setDirection(), "D"),
            ]
          : []),
        see(
          "path",
          t("look.command.path"),
          trying(() => pathBetweenSelected(false)),
          "Shift+P",
        ),
        see(
          "paths",
          t("look.command.paths"),
          trying(() => pathBetweenSelected(true)),
        ),
        see("fold", t(isFolded ? "look.command.foldEnd" : "look.command.fold"), toggleFold),
        see(
          "unfold",
          t("look.command.unfold"),
          trying(() => unfoldSelected(live.getSnapshot(), "fold")),
          "U",
        ),
        see(
          "unfoldMore",
          t("look.command.unfoldMore"),
          trying(() => unfoldSelected(live.getSnapshot(), "stay")),
          "Shift+U",
        ),
        see("clear", t("look.command.clear"), showEverything),
        ...CARD_TYPES.map((type) =>
          see(
            `type.${type}`,
            t("look.command.type", { types: t(`cardTypes.${type}`).toLocaleLowerCase() }),
            () => {
              const { showType, shownTypes } = workspaceStore.getState();
              showType(type, !shownTypes.has(type));
            },
          ),
        ),
      ];
    }, [t, live, isFolded, isFocused]),
  );
  return null;
}
