import type { CardId } from "@trellis/shared/schema/ids";
import { afterEach, expect, test } from "vitest";
import { unsavedTexts } from "../../workspace/unsavedTexts.ts";
import { titleDrafts } from "./titleDrafts.ts";

const card = "p" as CardId;

afterEach(() => {
  for (const map of ["one", "two"]) titleDrafts.drop(map, card);
});

test("a draft belongs to its map: another made from the same template does not show it", () => {
  titleDrafts.keep("one", card, "Street by street");
  expect(titleDrafts.of("one", card)).toBe("Street by street");
  expect(titleDrafts.of("two", card)).toBeUndefined();
});

test("a draft counts as unsaved until it is dropped", () => {
  titleDrafts.keep("one", card, "Street");
  titleDrafts.keep("one", card, "Street by street");
  expect(unsavedTexts.all()).toEqual([{ mapId: "one", card }]);
  titleDrafts.drop("two", card);
  expect(unsavedTexts.all()).toHaveLength(1);
  titleDrafts.drop("one", card);
  expect(unsavedTexts.all()).toEqual([]);
});
