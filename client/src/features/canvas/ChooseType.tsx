/** Asks of which type a new card is: anywhere, or one that can be linked to the card it was drawn from. */
import { CARD_TYPES, type CardType } from "@trellis/shared/schema/enums";
import { useTranslation } from "react-i18next";
import { choicesBetween } from "../../workspace/linkChoices.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import type { AskedProps } from "./asked.ts";
import { askingStore, useAsking } from "./asking.ts";
import { Chooser } from "./Chooser.tsx";
import { typeAt } from "./newCard.ts";

export function ChooseType({ question, stage, actions, answer, close }: AskedProps<"type" | "linkedType">) {
  const { t } = useTranslation();
  const at = useAsking((state) => state.at);
  const { world } = question;
  const first = world && typeAt(stage.scene.layout, world);
  const types = [...CARD_TYPES].sort((one, other) => Number(other === first) - Number(one === first));
  const pick = (type: CardType) => {
    if (question.kind === "type") {
      close();
      actions.add(type, world);
      return;
    }
    const { from } = question;
    const origin = stage.scene.card(from);
    if (!origin) return close();
    const { forward, backward } = choicesBetween(origin.type, type);
    const [only, another] = [...forward, ...backward];
    if (only && !another) {
      close();
      answer.addLinked(from, type, only, forward.length === 0, question.world);
    } else askingStore.getState().ask({ kind: "linkedWay", from, type, world: question.world }, at);
  };
  const from = question.kind === "linkedType" ? stage.scene.card(question.from) : null;
  return (
    <Chooser
      title={from ? t("ask.linkedType", { title: from.title || t("canvas.noTitle") }) : t("ask.newType")}
      at={at}
      choices={types.map((type) => ({
        id: type,
        label: t(`cardType.${type}`),
        glyph: <TypeGlyph type={type} />,
      }))}
      onPick={(type) => pick(type as CardType)}
      onClose={close}
    />
  );
}
