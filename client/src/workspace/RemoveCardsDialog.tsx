/**
 * Removes the cards named by `askToRemove`. Cards without children go at once, with a notice that can undo it; cards
 * with children first ask where those go.
 */
import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { type ChildrenGo, removeCard } from "@trellis/shared/ops/cards";
import type { CardId } from "@trellis/shared/schema/ids";
import type { MapDraft } from "@trellis/shared/schema/mapDoc";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdit } from "../document/useEdit.ts";
import { sameList, useMap } from "../document/useMap.ts";
import { useUndo } from "../document/useUndo.ts";
import { notify } from "../ui/notify.ts";
import { useWorkspace } from "./workspaceStore.ts";

const NONE: readonly CardId[] = [];
const WAYS = ["parent", "none", "remove"] as const;

function removeCards(draft: MapDraft, input: { cards: readonly CardId[]; children: ChildrenGo }): void {
  for (const card of input.cards) {
    // One of them may have gone with another ("remove").
    if (draft.hasCard(card)) removeCard(draft, { card, children: input.children });
  }
}

export function RemoveCardsDialog() {
  const { t } = useTranslation();
  const edit = useEdit();
  const { undo } = useUndo();
  const removing = useWorkspace((state) => state.removing) ?? NONE;
  const endRemoval = useWorkspace((state) => state.endRemoval);
  const clearSelection = useWorkspace((state) => state.clearSelection);
  const [children, setChildren] = useState<(typeof WAYS)[number]>("parent");
  const cards = useMap((snapshot) => removing.filter((id) => snapshot.cards.has(id)), sameList);
  const childTitles = useMap(
    (snapshot) =>
      [...snapshot.cards.values()]
        .filter((card) => card.home !== null && cards.includes(card.home) && !cards.includes(card.id))
        .map((card) => card.title),
    sameList,
  );
  const title = useMap((snapshot) => (cards[0] ? (snapshot.cards.get(cards[0])?.title ?? "") : ""));

  const remove = (way: ChildrenGo) => {
    endRemoval();
    const done = edit(
      (draft, input: { cards: readonly CardId[]; children: ChildrenGo }) => {
        removeCards(draft, input);
        return true;
      },
      { cards, children: way },
    );
    if (!done) return;
    clearSelection();
    notify({
      text: t("remove.done", { count: cards.length, title: title || t("inspector.untitled") }),
      action: { label: t("app.undo"), run: undo },
    });
  };
  const isPlain = cards.length > 0 && childTitles.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per request, which `removing` stands for
  useEffect(() => {
    if (isPlain) remove("parent");
    else if (removing.length > 0 && cards.length === 0) endRemoval();
  }, [removing]);

  return (
    <Modal
      opened={cards.length > 0 && !isPlain}
      onClose={endRemoval}
      title={t("remove.title", { count: cards.length, title: title || t("inspector.untitled") })}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <Stack gap="md">
        <Text size="sm">{t("remove.children", { count: childTitles.length, first: childTitles[0] })}</Text>
        <Radio.Group
          label={t("remove.question")}
          value={children}
          onChange={(value) => setChildren(WAYS.find((way) => way === value) ?? "parent")}
        >
          <Stack gap="xs" mt="xs">
            {WAYS.map((way) => (
              <Radio key={way} value={way} label={t(`remove.ways.${way}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={endRemoval}>
            {t("app.cancel")}
          </Button>
          <Button color="red" onClick={() => remove(children)}>
            {t("remove.confirm", { count: cards.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
