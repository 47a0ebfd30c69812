/** The beginning of a long list, and a button for more of it, so that a view opens as fast with thousands of entries. */
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

const STEP = 150;

interface ShownFirstProps<Item> {
  readonly items: readonly Item[];
  /** Draws one; give it a key. */
  readonly children: (item: Item) => ReactNode;
}

/** Stands in a list: the button is its last entry. */
export function ShownFirst<Item>({ items, children }: ShownFirstProps<Item>) {
  const { t } = useTranslation();
  const [most, setMost] = useState(STEP);
  const rest = items.length - most;
  return (
    <>
      {items.slice(0, most).map(children)}
      {rest > 0 && (
        <li>
          <Button size="xs" variant="default" onClick={() => setMost(most + STEP)}>
            {t("library.more", { count: rest })}
          </Button>
        </li>
      )}
    </>
  );
}
