/** What can be done wherever one is on a map, as commands. */
import { can } from "@trellis/shared/access/can";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useCanEdit, useRole, useSelf } from "../document/useSaveState.ts";
import { useUndo } from "../document/useUndo.ts";
import { followStore, useFollowed } from "../presence/followStore.ts";
import { usePeers } from "../presence/PresenceProvider.tsx";
import { peopleOf } from "../presence/people.ts";
import { announcePreference, useAnnouncesOthers } from "../workspace/announcePreference.ts";
import { type Command, useCommands } from "../workspace/commands.ts";
import { workspaceStore } from "../workspace/workspaceStore.ts";
import { openedStore } from "./openedStore.ts";
import { EXPORT_FORMATS, useExport } from "./useExport.ts";
import { useFollow } from "./useFollow.ts";
import { MAP_VIEWS, viewPath } from "./views.ts";

interface AppCommandsProps {
  readonly mapId: string;
  readonly viewId: string;
}

export function AppCommands({ mapId, viewId }: AppCommandsProps) {
  useGoCommands(mapId, viewId);
  useChangeCommands();
  useTogetherCommands();
  useMapCommands(mapId);
  return null;
}

function useGoCommands(mapId: string, viewId: string): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useLocation();
  useCommands(
    useMemo((): readonly Command[] => {
      const { open } = openedStore.getState();
      return [
        { id: "go.palette", group: "go", label: t("commands.palette"), keys: "Mod+K" },
        ...MAP_VIEWS.filter(({ id }) => id !== viewId).map(
          ({ id }): Command => ({
            id: `go.${id}`,
            group: "go",
            label: t("commands.goTo", { view: t(`map.view.${id}`) }),
            run: () => void navigate({ pathname: viewPath(mapId, id), search }),
          }),
        ),
        { id: "go.maps", group: "go", label: t("map.allMaps"), run: () => void navigate("/") },
        { id: "go.keys", group: "go", label: t("commands.keys"), keys: "?", run: () => open("keys") },
      ];
    }, [t, navigate, mapId, viewId, search]),
  );
}

function useChangeCommands(): void {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const { undo, redo, canUndo, canRedo } = useUndo();
  useCommands(
    useMemo(
      (): readonly Command[] =>
        canEdit
          ? [
              {
                id: "app.undo",
                group: "change",
                label: t("commands.undo"),
                keys: "Mod+Z",
                ...(canUndo ? { run: undo } : {}),
              },
              {
                id: "app.redo",
                group: "change",
                label: t("commands.redo"),
                keys: "Mod+Shift+Z Mod+Y",
                ...(canRedo ? { run: redo } : {}),
              },
            ]
          : [],
      [t, canEdit, undo, redo, canUndo, canRedo],
    ),
  );
}

function useTogetherCommands(): void {
  const { t } = useTranslation();
  const people = peopleOf(usePeers(), useSelf()?.id);
  const followed = useFollowed();
  const follow = useFollow();
  const isOn = useAnnouncesOthers();
  // By names and tabs: people are a new list with every selection of anybody.
  const names = JSON.stringify(people.map(({ clientId, name }) => [clientId, name]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` stands for the people
  const commands = useMemo(
    (): readonly Command[] => [
      ...people.map(
        (person): Command => ({
          id: `together.follow.${person.personId}`,
          group: "together",
          label: t("map.follow.named", { name: person.name }),
          run: () => follow(person),
        }),
      ),
      ...(followed
        ? [
            {
              id: "together.stop",
              group: "together",
              label: t("map.follow.stopNamed", { name: followed.name }),
              keys: "Escape",
              run: () => followStore.getState().stop(),
            } as const,
          ]
        : []),
      {
        id: "together.announce",
        group: "together",
        label: t(isOn ? "commands.announceOff" : "commands.announceOn"),
        run: () => announcePreference.getState().announceOthers(!isOn),
      },
    ],
    [names, followed, isOn, t],
  );
  useCommands(commands);
}

function useMapCommands(mapId: string): void {
  const { t } = useTranslation();
  const role = useRole();
  const { run } = useExport(mapId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` does the same however often it is made
  const commands = useMemo((): readonly Command[] => {
    const share = (): Command => ({
      id: "map.share",
      group: "map",
      label: t("commands.share"),
      run: () => openedStore.getState().open("share"),
    });
    return [
      ...(can(role, "link.create") ? [share()] : []),
      ...EXPORT_FORMATS.map(
        (format): Command => ({
          id: `map.export.${format}`,
          group: "map",
          label: t("commands.exportAs", { format: t(`map.exportAs.${format}`) }),
          run: () => run(format),
        }),
      ),
      {
        id: "map.settings",
        group: "map",
        label: t("map.settings"),
        run: () => {
          workspaceStore.getState().clearSelection();
          workspaceStore.getState().openPanel();
        },
      },
    ];
  }, [t, role, mapId]);
  useCommands(commands);
}
