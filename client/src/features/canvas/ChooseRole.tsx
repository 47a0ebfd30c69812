/** Asks in which role an actor answers for the selected cards. */
import { ENUMS, type ResponsibilityRole } from "@trellis/shared/schema/enums";
import { useTranslation } from "react-i18next";
import { announce } from "../../workspace/announce.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import type { AskedProps } from "./asked.ts";
import { useAsking } from "./asking.ts";
import { Chooser } from "./Chooser.tsx";
import { linkObstacle } from "./linkObstacles.ts";
import { signOf } from "./linkStyle.ts";

export function ChooseRole({ question, stage, answer, close }: AskedProps<"role">) {
  const { t } = useTranslation();
  const at = useAsking((state) => state.at);
  const { cards, actor } = question;
  const { snapshot } = stage.scene;
  const name = typeof actor === "string" ? (snapshot.cards.get(actor)?.title ?? "") : actor.title;
  const hasRole = (role: ResponsibilityRole) =>
    typeof actor === "string" &&
    cards.every((card) => linkObstacle(snapshot, { type: "responsible", role }, actor, card) === "already");
  const give = (role: ResponsibilityRole) => {
    close();
    workspaceStore.getState().showType("actor", true);
    if (answer.giveRole(cards, actor, role))
      announce(t("ask.said.role", { name, verb: t(`canvas.verb.${role}`), count: cards.length }));
  };
  return (
    <Chooser
      title={t("ask.role", { name: name || t("canvas.noTitle") })}
      at={at}
      choices={ENUMS.role.map((role) => ({
        id: role,
        label: t(`enum.role.${role}`),
        glyph: signOf(role),
        ...(hasRole(role) ? { disabled: true, hint: t("ask.obstacle.already") } : {}),
      }))}
      onPick={(role) => give(role as ResponsibilityRole)}
      onClose={close}
    />
  );
}
