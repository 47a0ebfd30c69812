/** The roles on one card as a list that can be changed, for hands and screens to which the grid is too small. */
import { Button, Modal, NativeSelect } from "@mantine/core";
import { matrixRows } from "@trellis/shared/derive/matrix";
import type { CardId } from "@trellis/shared/schema/ids";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import view from "../../ui/View.module.css";
import { phaseName, ROLES, rolesText, titleOf } from "./dutyWords.ts";
import styles from "./Responsibilities.module.css";
import type { DutiesModel } from "./useDutiesModel.ts";

export function RowDuties({ model, card }: { readonly model: DutiesModel; readonly card: CardId }) {
  const { t } = useTranslation();
  const { words, ask, address, changes, store, snapshot } = model;
  const row = ask(matrixRows, address.phase).find((one) => one.card === card);
  const close = () => store.getState().set({ listing: null });
  if (!row) return null;
  const held = [...row.cells].flatMap(([actor, cells]) => cells.map((cell) => ({ actor, cell })));
  const actors = [...snapshot.cards.values()]
    .filter(({ type }) => type === "actor")
    .map(({ id }) => ({ value: id as string, label: titleOf(words, id) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <Modal
      opened
      onClose={close}
      title={titleOf(words, card)}
      closeButtonProps={{ "aria-label": t("app.close") }}
    >
      <ul className={styles.dutyList} aria-label={t("responsibilities.rolesOn")}>
        {held.map(({ actor, cell }) => (
          <li key={cell.link}>
            <span>
              <b>{rolesText(words, [cell])}</b>: {titleOf(words, actor)}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t("responsibilities.endNamed", {
                role: t(`enum.role.${cell.role}`),
                actor: titleOf(words, actor),
              })}
              onClick={() => changes.toggle({ card, actor }, cell.role)}
            >
              {t("responsibilities.end")}
            </Button>
          </li>
        ))}
        {held.length === 0 && <li>{t("responsibilities.noRoleYet")}</li>}
      </ul>
      <GiveRole model={model} card={card} actors={actors} />
    </Modal>
  );
}

interface GiveRoleProps {
  readonly model: DutiesModel;
  readonly card: CardId;
  readonly actors: { readonly value: string; readonly label: string }[];
}

function GiveRole({ model: { changes, words }, card, actors }: GiveRoleProps) {
  const { t } = useTranslation();
  const [role, setRole] = useState<(typeof ROLES)[number]>("accountable");
  const [actor, setActor] = useState("");
  const phase = changes.phaseFor(card);
  const give = () => {
    const chosen = actor as CardId;
    if (changes.held({ card, actor: chosen }).some((cell) => cell.role === role)) return;
    changes.toggle({ card, actor: chosen }, role);
    setActor("");
  };
  return (
    <div className={styles.give}>
      <NativeSelect
        label={t("responsibilities.role")}
        value={role}
        onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? "accountable")}
        data={ROLES.map((value) => ({ value, label: t(`enum.role.${value}`) }))}
      />
      <NativeSelect
        label={t("responsibilities.actor")}
        value={actor}
        onChange={(event) => setActor(event.currentTarget.value)}
        data={[{ value: "", label: t("responsibilities.chooseActor") }, ...actors]}
      />
      {phase !== null && (
        <p className={view.soft}>{t("responsibilities.said.phase", { phase: phaseName(words, phase) })}</p>
      )}
      <Button disabled={actor === ""} onClick={give}>
        {t("responsibilities.give")}
      </Button>
    </div>
  );
}
