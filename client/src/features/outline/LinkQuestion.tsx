/** Asks to which card a card is linked, and then how: only links that may join the two, a responsibility with its role. */
import { Button, Modal } from "@mantine/core";
import { addLink, type NewLink } from "@trellis/shared/ops/links";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Card } from "@trellis/shared/schema/values";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../../document/useEdit.ts";
import { announce } from "../../workspace/announce.ts";
import { choicesBetween, type LinkChoice } from "../../workspace/linkChoices.ts";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { type Choice, ChoiceList } from "./ChoiceList.tsx";
import { titleOf } from "./outlineWords.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

interface LinkQuestionProps {
  readonly model: OutlineModel;
  readonly card: CardId;
  readonly onClose: () => void;
}

export function LinkQuestion({ model, card: id, onClose }: LinkQuestionProps) {
  const { t } = useTranslation();
  const edit = useEdit();
  const { outline, snapshot } = model;
  const [otherId, setOther] = useState<CardId | null>(null);
  const card = snapshot.cards.get(id);
  const other = otherId === null ? undefined : snapshot.cards.get(otherId);
  const cards = useMemo(
    (): Choice[] =>
      [...outline.items.values()].flatMap((item) => {
        const found = item.kind === "card" && item.card !== id ? snapshot.cards.get(item.card) : undefined;
        return found
          ? [
              {
                value: found.id,
                label: titleOf(t, found),
                detail: t(`cardType.${found.type}`),
                glyph: <TypeGlyph type={found.type} />,
              },
            ]
          : [];
      }),
    [outline, snapshot, id, t],
  );
  const ways = useMemo(() => (card && other ? waysBetween(card, other) : []), [card, other]);
  if (!card) return null;

  const sentence = ({ from, type, role }: Way) =>
    t("outline.linkSentence", {
      from: titleOf(t, snapshot.cards.get(from)),
      verb: t(`canvas.verb.${role ?? type}`),
      to: titleOf(t, from === id ? other : card),
    });
  const join = (way: Way | undefined) => {
    if (!way) return;
    const { from, to, type, role } = way;
    const link: NewLink = { type, from, to, ...(role ? { fields: { role } } : {}) };
    if (!edit(asOne, link)) return;
    announce(t("outline.said.linked", { sentence: sentence(way) }));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("outline.linkTitle", { title: titleOf(t, card) })}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      {other ? (
        <>
          <ChoiceList
            key={other.id}
            label={t("outline.linkHow")}
            choices={ways.map((way, index) => ({ value: String(index), label: sentence(way) }))}
            onClose={onClose}
            onChoose={(value) => join(ways[Number(value)])}
          />
          <Button mt="sm" size="xs" variant="default" onClick={() => setOther(null)}>
            {t("outline.otherCard")}
          </Button>
        </>
      ) : (
        <ChoiceList
          label={t("outline.linkTo")}
          onClose={onClose}
          choices={cards}
          onChoose={(value) => setOther(value as CardId)}
        />
      )}
    </Modal>
  );
}

interface Way extends LinkChoice {
  readonly from: CardId;
  readonly to: CardId;
}

/** The link to a home is made by moving, so it is not among them; the loose link, which says least, comes last. */
function waysBetween(card: Card, other: Card): Way[] {
  const { forward, backward } = choicesBetween(card.type, other.type);
  const ways = [
    ...forward.map((choice) => ({ ...choice, from: card.id, to: other.id })),
    ...backward.map((choice) => ({ ...choice, from: other.id, to: card.id })),
  ].filter(({ type }) => type !== "part_of");
  return [
    ...ways.filter(({ type }) => type !== "relates_to"),
    ...ways.filter(({ type }) => type === "relates_to"),
  ];
}

/** Answers true: an edit that was refused answers null, and so would a link that only sets a home. */
function asOne(draft: Parameters<typeof addLink>[0], link: NewLink): true {
  addLink(draft, link);
  return true;
}
