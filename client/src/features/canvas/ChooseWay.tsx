/** Asks by which link a card that is about to be made hangs on the one it was drawn from. */
import { useTranslation } from "react-i18next";
import { choicesBetween, type LinkChoice } from "../../workspace/linkChoices.ts";
import type { AskedProps } from "./asked.ts";
import { useAsking } from "./asking.ts";
import { type Choice, Chooser } from "./Chooser.tsx";
import { signOf } from "./linkStyle.ts";

export function ChooseWay({ question, stage, answer, close }: AskedProps<"linkedWay">) {
  const { t } = useTranslation();
  const at = useAsking((state) => state.at);
  const { from, type, world } = question;
  const origin = stage.scene.card(from);
  if (!origin) return null;
  const { forward, backward } = choicesBetween(origin.type, type);
  const title = origin.title || t("canvas.noTitle");
  const made = t("ask.theNew", { type: t(`cardType.${type}`).toLocaleLowerCase() });
  const ways = [
    ...forward.map((choice) => ({ choice, fromNew: false })),
    ...backward.map((choice) => ({ choice, fromNew: true })),
  ];
  const say = ({ choice, fromNew }: { choice: LinkChoice; fromNew: boolean }, index: number): Choice => ({
    id: String(index),
    label: t("ask.sentence", {
      from: fromNew ? made : title,
      verb: t(`canvas.verb.${choice.role ?? choice.type}`),
      to: fromNew ? title : made,
    }),
    glyph: choice.role ? signOf(choice.role) : null,
  });
  return (
    <Chooser
      title={t("ask.way")}
      at={at}
      choices={ways.map(say)}
      onPick={(index) => {
        const way = ways[Number(index)];
        close();
        if (way) answer.addLinked(from, type, way.choice, way.fromNew, world);
      }}
      onClose={close}
    />
  );
}
