import { afterEach, expect, test } from "vitest";
import { type Command, commandStore, commandsOf } from "./commands.ts";

const command = (id: string, group: Command["group"], label = id): Command => ({ id, group, label });
const offered = () => commandsOf(commandStore.getState().parts).map(({ label }) => label);

afterEach(() => commandStore.setState({ parts: [] }));

test("commands stand in the order of the groups, and of the parts within one", () => {
  const { list } = commandStore.getState();
  list([command("map.export", "map"), command("canvas.fit", "see")]);
  list([command("outline.unfold", "see")]);
  expect(offered()).toEqual(["canvas.fit", "outline.unfold", "map.export"]);
});

test("a part that leaves takes its commands along, and gives back an id that it had taken", () => {
  const { list } = commandStore.getState();
  list([command("edit.add", "change", "Add on the canvas")]);
  const leave = list([command("edit.add", "change", "Add in the outline")]);
  expect(offered()).toEqual(["Add in the outline"]);
  leave();
  expect(offered()).toEqual(["Add on the canvas"]);
});
