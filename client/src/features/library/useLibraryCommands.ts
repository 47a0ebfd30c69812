/** What the library offers in the palette and on the page of keys. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Command, useCommands } from "../../workspace/commands.ts";
import { isComparing, NO_PLACE, PARTS } from "./libraryAddress.ts";
import { useAddCard } from "./useAddCard.ts";
import { useExportPart } from "./useExportPart.ts";
import type { LibraryModel } from "./useLibraryModel.ts";

export function useLibraryCommands(model: LibraryModel): void {
  const { t } = useTranslation();
  const add = useAddCard();
  const onExport = useExportPart(model);
  const { canEdit, choose } = model;
  const { part } = model.address;
  const compares = isComparing(model.address);
  useCommands(
    useMemo((): readonly Command[] => {
      return [
        ...(part === "risks" ? printed(t, canEdit) : []),
        ...PARTS.filter((one) => one !== part).map(
          (one): Command => ({
            id: `library.part.${one}`,
            group: "see",
            label: t(`library.command.part.${one}`),
            run: () => choose({ part: one, like: null }),
          }),
        ),
        {
          id: "library.compare",
          group: "see",
          label: t("library.command.compare"),
          run: () => choose({ part: "evidence", like: { kind: "typed", place: NO_PLACE } }),
        },
        ...(canEdit
          ? [
              {
                id: "library.add",
                group: "change",
                label: t(`library.add.${part}`),
                run: () => add(part),
              } as const,
            ]
          : []),
        ...(compares
          ? []
          : [
              {
                id: "library.csv",
                group: "map",
                label: t("library.command.csv", { table: t(`library.part.${part}`) }),
                run: onExport,
              } as const,
            ]),
      ];
    }, [t, part, compares, canEdit, choose, add, onExport]),
  );
}

/** Keys that mean something where the focus is: printed, not offered. */
const printed = (t: TFunction, canEdit: boolean): Command[] => [
  { id: "library.walk", group: "go", label: t("library.command.walk"), keys: "Up Down Left Right" },
  { id: "library.ends", group: "go", label: t("library.command.ends"), keys: "Home End" },
  ...(canEdit
    ? [
        {
          id: "library.move",
          group: "change",
          label: t("library.command.move"),
          keys: "Mod+Up Mod+Down Mod+Left Mod+Right",
        } as const,
      ]
    : []),
];
