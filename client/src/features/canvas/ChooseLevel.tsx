/** Asks for the level, which is the lane, of the selected cards. */
import { fieldsOfCard } from "@trellis/shared/schema/cardTypes";
import { ENUMS, type Level } from "@trellis/shared/schema/enums";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/notify.ts";
import { announce } from "../../workspace/announce.ts";
import type { AskedProps } from "./asked.ts";
import { useAsking } from "./asking.ts";
import { Chooser } from "./Chooser.tsx";

const NO_LEVEL = "none";

export function ChooseLevel({ question, stage, actions, answer, close }: AskedProps<"level">) {
  const { t } = useTranslation();
  const at = useAsking((state) => state.at);
  const cards = question.cards.flatMap((id) => stage.scene.card(id) ?? []);
  const fit = cards.filter(({ type }) => Object.hasOwn(fieldsOfCard(type), "level"));
  const levels = new Set(fit.map((card) => ("level" in card ? (card.level ?? null) : null)));
  const [only] = levels;
  const move = (level: Level | null) => {
    close();
    const ids = fit.map(({ id }) => id);
    if (ids.length === 0) notify({ text: t("ask.noLevels") });
    else if (answer.setLevel(ids, level)) {
      const last = ids.at(-1);
      if (last) actions.reveal(last);
      announce(
        t(level ? "ask.said.level" : "ask.said.noLevel", {
          count: ids.length,
          title: fit[0]?.title || t("canvas.noTitle"),
          level: level ? t(`enum.level.${level}`) : "",
        }),
      );
    }
  };
  const isNow = (level: Level | null) => levels.size === 1 && (only ?? null) === level;
  return (
    <Chooser
      title={t("ask.level", { count: fit.length })}
      at={at}
      choices={[
        ...ENUMS.level.map((level) => ({
          id: level,
          label: t(`enum.level.${level}`),
          ...(isNow(level) ? { hint: t("ask.isNow") } : {}),
        })),
        { id: NO_LEVEL, label: t("ask.levelNone"), ...(isNow(null) ? { hint: t("ask.isNow") } : {}) },
      ]}
      onPick={(level) => move(level === NO_LEVEL ? null : (level as Level))}
      onClose={close}
    />
  );
}
