/** What can be done in the matrix: giving and ending roles, each said aloud, and what is current, open or selected. */
import type { Ask } from "@trellis/shared/derive/ask";
import { EVERY_PHASE } from "@trellis/shared/derive/duties";
import { type Cell, matrixRows } from "@trellis/shared/derive/matrix";
import { missionAbove } from "@trellis/shared/derive/parts";
import type { ResponsibilityRole } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { Edit } from "../../document/useEdit.ts";
import { announce } from "../../workspace/announce.ts";
import { workspaceStore } from "../../workspace/workspaceStore.ts";
import type { DutiesStoreApi, Spot } from "./dutiesStore.ts";
import { endDuties, giveDuty } from "./dutyEdits.ts";
import { phaseName, rolesText, titleOf, type Words } from "./dutyWords.ts";

interface Scene {
  readonly words: Words;
  readonly phase: string;
  readonly ask: Ask;
}
/** A cell: an actor and a card. */
export interface Pair {
  readonly card: CardId;
  readonly actor: CardId;
}

export class DutyChanges {
  readonly #store: DutiesStoreApi;
  readonly #edit: Edit;
  readonly #scene: () => Scene;

  constructor(store: DutiesStoreApi, edit: Edit, scene: () => Scene) {
    this.#store = store;
    this.#edit = edit;
    this.#scene = scene;
  }

  /** Roles of a cell in the chosen phase. */
  held({ card, actor }: Pair): readonly Cell[] {
    const { ask, phase } = this.#scene();
    return (
      ask(matrixRows, phase)
        .find((row) => row.card === card)
        ?.cells.get(actor) ?? []
    );
  }

  /** The phase a new duty is meant for: the chosen one if the card's mission has it, else every phase. */
  phaseFor(card: CardId): string | null {
    const { ask, phase, words } = this.#scene();
    const mission = ask(missionAbove).get(card);
    return words.phases.some((one) => one.phase === phase && one.mission === mission) ? phase : null;
  }

  toggle(pair: Pair, role: ResponsibilityRole): void {
    const held = this.held(pair).filter((cell) => cell.role === role);
    if (held.length > 0) this.#end(pair, held);
    else this.#give(pair, role);
  }

  #give(pair: Pair, role: ResponsibilityRole): void {
    const phase = this.phaseFor(pair.card);
    const { words, ask, phase: chosen } = this.#scene();
    const others = ask(matrixRows, chosen).find((row) => row.card === pair.card)?.accountable ?? [];
    if (!this.#edit(giveDuty, { ...pair, role, phase })) return;
    const { t } = words;
    const said = this.#say("gave", pair, t(`enum.role.${role}`), phase);
    const isSecond =
      role === "accountable" && chosen !== EVERY_PHASE && others.some((id) => id !== pair.actor);
    announce(isSecond ? `${said} ${t("responsibilities.said.second", { count: others.length + 1 })}` : said);
  }

  /** Ends every role of a cell that is shown. */
  clear(pair: Pair): void {
    const held = this.held(pair);
    if (held.length > 0) this.#end(pair, held);
    else announce(this.#scene().words.t("responsibilities.said.nothing"));
  }

  #end(pair: Pair, held: readonly Cell[]): void {
    const { words } = this.#scene();
    const links = held.map(({ link }) => link);
    if (this.#edit(endDuties, links)) announce(this.#say("ended", pair, rolesText(words, held), null));
  }

  #say(what: "gave" | "ended", { card, actor }: Pair, roles: string, phase: string | null): string {
    const { words } = this.#scene();
    const sentence = words.t(`responsibilities.said.${what}`, {
      roles,
      actor: titleOf(words, actor),
      card: titleOf(words, card),
    });
    return phase === null
      ? sentence
      : `${sentence} ${words.t("responsibilities.said.phase", { phase: phaseName(words, phase) })}`;
  }

  go(active: Spot): void {
    this.#store.getState().set({ active });
  }

  fold(card: CardId, isOpen?: boolean): void {
    const { folded, set } = this.#store.getState();
    const next = new Set(folded);
    if (isOpen ?? folded.has(card)) next.delete(card);
    else next.add(card);
    set({ folded: next });
  }

  foldAll(isOpen: boolean): void {
    const { ask } = this.#scene();
    const all = isOpen ? [] : ask(matrixRows).map(({ card }) => card);
    this.#store.getState().set({ folded: new Set(all) });
  }

  /** Selects a card for all views; the panel opens beside the table, or on request where there is no room. */
  show(card: CardId): void {
    workspaceStore.getState().selectCards([card]);
  }
}
