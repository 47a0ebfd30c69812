/** Which lens colours the cards of canvas and outline. */
import { NativeSelect } from "@mantine/core";
import { LENSES } from "@trellis/shared/schema/lenses";
import { useTranslation } from "react-i18next";
import { useMap } from "../document/useMap.ts";
import { lookStore, useLook } from "./lookStore.ts";
import { lensWord } from "./lookWords.ts";
import { ShowSection } from "./ShowSection.tsx";

export function ColourSection() {
  const { t } = useTranslation();
  const colour = useLook((state) => state.colour);
  const settings = useMap((snapshot) => snapshot.settings);
  const own = (settings.ownLenses ?? []).map(({ id }): string => id);
  const ids = [...new Set([...LENSES.map(({ id }) => id), ...own, ...(colour === null ? [] : [colour])])];
  return (
    <ShowSection title={t("look.panel.colour")} chosen={colour === null ? 0 : 1}>
      <NativeSelect
        size="xs"
        aria-label={t("look.colour.choose")}
        value={colour ?? ""}
        onChange={(event) => lookStore.getState().colourBy(event.currentTarget.value || null)}
        data={[
          { value: "", label: t("look.colour.off") },
          ...ids.map((id) => ({ value: id, label: lensWord(settings, id, t) })),
        ]}
      />
    </ShowSection>
  );
}
