/**
 * Parts of a map's page whose code comes after the map itself. A part that does not come, because the network or the
 * server is away, is a sentence in its place: failing would take the page down, with edits that are not saved yet.
 * A browser never asks again for code that failed to come, so the parts are fetched ahead while the map is live.
 */
import { Button, Stack, Text } from "@mantine/core";
import { type ComponentType, lazy } from "react";
import { useTranslation } from "react-i18next";

let fetchShared: () => Promise<unknown> = () => Promise.resolve();

/** Says what every part needs, such as the words they share: none is drawn before that is there. */
export function bringWithParts(load: () => Promise<unknown>): void {
  fetchShared = load;
}

const parts = new Set<() => Promise<unknown>>();

/** A picture that is never drawn, as in a window that is not shown, must not keep the rest of the page away. */
const PICTURE_WITHIN_MS = 3_000;

let drawn: () => void = () => undefined;
const picture = new Promise<void>((resolve) => {
  drawn = resolve;
});

/** Says that the first view of a map is on the screen: what stands around it may come now. */
export const pictureDrawn = (): void => drawn();

const pictureOrTime = (): Promise<unknown> =>
  Promise.race([picture, new Promise((resolve) => setTimeout(resolve, PICTURE_WITHIN_MS))]);

/** Like `later`, for what stands around a view: its code leaves the network to the first picture of the map. */
export function afterPicture<Props>(load: () => Promise<ComponentType<Props>>) {
  return later(load, pictureOrTime);
}

/** A component like React's `lazy`, for what may be missing without harm to the rest. */
export function later<Props>(load: () => Promise<ComponentType<Props>>, until?: () => Promise<unknown>) {
  parts.add(load);
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    await until?.();
    try {
      const [part] = await Promise.all([load(), fetchShared()]);
      return { default: part };
    } catch (error) {
      console.error("a part of the page could not be loaded", error);
      return { default: Missing };
    }
  });
}

/** Fetches every part now. */
export async function fetchParts(): Promise<void> {
  const fetchOne = (load: () => Promise<unknown>) =>
    load().catch((error: unknown) => console.error("a part could not be fetched ahead", error));
  await fetchOne(fetchShared);
  // A part may bring parts of its own; they are visited as well.
  for (const load of parts) await fetchOne(load);
}

function Missing() {
  const { t } = useTranslation();
  return (
    <Stack role="alert" p="md" gap="sm" align="flex-start">
      <Text size="sm">{t("app.partMissing")}</Text>
      <Button size="xs" variant="default" onClick={() => location.reload()}>
        {t("app.reload")}
      </Button>
    </Stack>
  );
}
