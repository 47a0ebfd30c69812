/** People and days of what the server remembers, in words. Pure. */
import type { Touch } from "@trellis/shared/schema/touches";
import type { TFunction } from "i18next";
import { showDate } from "./showDate.ts";
import { today } from "./today.ts";

export const personWord = (by: Touch["by"], t: TFunction): string =>
  by === null ? t("review.nobodyKnown") : by.isYou ? t("review.you") : by.name;

/** The day on this person's calendar, as it is read. */
export const dayOf = (at: number): string => showDate(today(new Date(at)));
