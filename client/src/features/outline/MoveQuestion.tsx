/** Asks of which card the chosen ones become a part. Only those that may hold all of them are offered. */
import { Modal } from "@mantine/core";
import { parentOf } from "@trellis/shared/derive/tree";
import type { CardId } from "@trellis/shared/schema/ids";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { TypeGlyph } from "../../workspace/TypeGlyph.tsx";
import { type Choice, ChoiceList } from "./ChoiceList.tsx";
import { standsBelow } from "./moves.ts";
import { titleOf } from "./outlineWords.ts";
import type { OutlineModel } from "./useOutlineModel.ts";

interface MoveQuestionProps {
  readonly model: OutlineModel;
  readonly cards: readonly CardId[];
  readonly onClose: () => void;
}

/** No card's id: those have no space. */
const NO_HOME = "no home";

export function MoveQuestion({ model, cards, onClose }: MoveQuestionProps) {
  const { t } = useTranslation();
  const { outline, snapshot, actions } = model;
  const choices = useMemo((): Choice[] => {
    const { tree } = outline;
    const same = new Set(cards.map((card) => parentOf(tree, card)));
    const now = same.size === 1 ? [...same][0] : undefined;
    const homes = tree.all
      .filter((home) => home !== now && standsBelow(outline, snapshot.cards, cards, home) === null)
      .flatMap((home) => snapshot.cards.get(home) ?? []);
    return [
      ...homes.map((home) => ({
        value: home.id,
        label: titleOf(t, home),
        detail: titleOf(t, snapshot.cards.get(parentOf(tree, home.id) ?? ("" as CardId))),
        glyph: <TypeGlyph type={home.type} />,
      })),
      ...(now === null ? [] : [{ value: NO_HOME, label: t("outline.group.unplaced") }]),
    ];
  }, [outline, snapshot, cards, t]);
  const title = t("outline.moveTitle", {
    count: cards.length,
    title: titleOf(t, snapshot.cards.get(cards[0] as CardId)),
  });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("app.close") }}>
      <ChoiceList
        label={t("outline.moveLabel")}
        choices={choices}
        onClose={onClose}
        onChoose={(value) => {
          onClose();
          actions.move({ cards, home: value === NO_HOME ? null : (value as CardId), before: null });
        }}
      />
    </Modal>
  );
}
