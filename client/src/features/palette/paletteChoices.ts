/** What the palette offers for a question, in groups. Pure. */
import type { TFunction } from "i18next";
import { COMMAND_GROUPS, type Command, commandsOf } from "../../workspace/commands.ts";
import type { CardChoice } from "./cardChoices.ts";
import { type Findable, type Prepared, search } from "./search.ts";

export interface CommandChoice extends Findable {
  readonly command: Command;
}

export type Choice = { readonly key: string; readonly name: string } & (
  | { readonly kind: "command"; readonly command: Command }
  | { readonly kind: "card"; readonly card: CardChoice["card"]; readonly place: string }
);

export interface ChoiceGroup {
  readonly label: string;
  /** Index of its first choice among all. */
  readonly from: number;
  readonly choices: readonly Choice[];
}

/** Without a question the whole of the commands can be read; with one, only the best. */
const MOST_COMMANDS = { all: 60, asked: 7 } as const;
const MOST_CARDS = { all: 0, asked: 25 } as const;

/** Commands that can be carried out from here, in the order of their groups. */
export const commandChoices = (
  parts: readonly (readonly Command[])[],
  t: TFunction,
): readonly CommandChoice[] =>
  commandsOf(parts)
    .filter(({ run }) => run)
    .map((command) => ({ command, name: command.label, also: t(`commands.group.${command.group}`) }));

export function foundIn(
  from: {
    readonly commands: readonly Prepared<CommandChoice>[];
    readonly cards: readonly Prepared<CardChoice>[];
  },
  query: string,
  t: TFunction,
): { readonly groups: readonly ChoiceGroup[]; readonly choices: readonly Choice[]; readonly count: number } {
  const way = query.trim() === "" ? "all" : "asked";
  const commands = search(from.commands, query, MOST_COMMANDS[way]);
  const cards = way === "all" ? { items: [], count: 0 } : search(from.cards, query, MOST_CARDS[way]);
  const groups: ChoiceGroup[] = [];
  const choices: Choice[] = [];
  const add = (label: string, found: readonly Choice[]) => {
    if (found.length === 0) return;
    groups.push({ label, from: choices.length, choices: found });
    choices.push(...found);
  };
  const asChoices = (found: readonly CommandChoice[]): Choice[] =>
    found.map(({ command }) => ({
      kind: "command",
      key: `command:${command.id}`,
      name: command.label,
      command,
    }));
  if (way === "all") {
    for (const group of COMMAND_GROUPS) {
      const inGroup = commands.items.filter(({ command }) => command.group === group);
      add(t(`commands.group.${group}`), asChoices(inGroup));
    }
  } else add(t("palette.commands"), asChoices(commands.items));
  add(
    t("palette.cards"),
    cards.items.map(({ card, name, place }) => ({ kind: "card", key: `card:${card.id}`, name, card, place })),
  );
  return { groups, choices, count: commands.count + cards.count };
}
