import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { missionTree, treeNumbers } from "../derive/tree.ts";
import { edit, ServerOrigin } from "../ops/edit.ts";
import { importMap } from "../ops/importMap.ts";
import { takeSnapshot } from "../read/observe.ts";
import type { MapSnapshot } from "../read/snapshot.ts";
import type { Body } from "../schema/body.ts";
import type { CardId } from "../schema/ids.ts";
import { MapDoc } from "../schema/mapDoc.ts";
import { decodeMapFile } from "../schema/mapFile.ts";
import camden from "../templates/camden-renewal.json" with { type: "json" };
import manchester from "../templates/greater-manchester-2038.json" with { type: "json" };
import korea from "../templates/korea-innovation-cities.json" with { type: "json" };
import { encodeMarkdown } from "./markdown.ts";

const TODAY = "2026-01-31";
const id = (text: string) => text as CardId;

function snapshotOf(raw: unknown): MapSnapshot {
  const decoded = decodeMapFile(raw, { cards: 10_000, links: 50_000 });
  if (!decoded.file) throw new Error(decoded.problems.join(" "));
  const map = new MapDoc(new Y.Doc());
  const { file } = decoded;
  edit(map, new ServerOrigin(), (draft) => importMap(draft, file));
  return takeSnapshot(map);
}
const documentOf = (raw: unknown, bodies = new Map<CardId, Body>(), today = TODAY) =>
  encodeMarkdown(snapshotOf(raw), bodies, { today });

/** The line on which an item of the tree stands. */
function lineOf(document: string, start: string): string {
  const line = document.split("\n").find((each) => each.trimStart().startsWith(start));
  if (line === undefined) throw new Error(`No line starts with ${start}`);
  return line;
}

describe("encodeMarkdown", () => {
  it("[MAP18] holds every card of the Greater Manchester tree, numbered, each with its accountable actors", () => {
    const snapshot = snapshotOf(manchester);
    const tree = missionTree(snapshot.cards);
    const document = encodeMarkdown(snapshot, new Map(), { today: TODAY });
    expect(tree.all).toHaveLength(33);
    for (const card of tree.all) {
      const title = snapshot.cards.get(card)?.title ?? "";
      const number = treeNumbers(tree).get(card);
      if (card === tree.missions[0]) expect(document).toContain(`\n## ${number} ${title}\n`);
      else
        expect(lineOf(document, `- **${number} ${title}**`)).toMatch(/; Accountable: .+; Responsible: .+$/);
    }
    expect(lineOf(document, "Mission, in delivery")).toContain(
      "Accountable: Greater Manchester Combined Authority;",
    );
  });

  it("[MAP18] says 'not known' for exactly the items of Greater Manchester for which nobody is accountable", () => {
    const snapshot = snapshotOf(manchester);
    const lines = encodeMarkdown(snapshot, new Map(), { today: TODAY })
      .split("\n")
      .filter((line) => line.includes("Accountable: not known"));
    const gaps = ["c-energy", "c-nature", "p-eia", "p-dash", "i-pfe"];
    const titles = gaps.map((gap) => snapshot.cards.get(id(gap))?.title ?? "");
    expect(lines).toHaveLength(gaps.length);
    for (const title of titles)
      expect(
        lines.some((line) => line.includes(`${title}**`)),
        title,
      ).toBe(true);
  });

  it("[MAP18] numbers several missions one after the other", () => {
    const headings = documentOf(camden)
      .split("\n")
      .filter((line) => /^## \d/.test(line));
    expect(headings).toHaveLength(4);
    expect(headings.map((line) => line.slice(3, 5))).toEqual(["1 ", "2 ", "3 ", "4 "]);
  });

  it("[MAP18] answers for the day it is asked for: the second season has another accountable actor", () => {
    const first = lineOf(documentOf(korea, new Map(), "2012-01-01"), "Mission, ");
    const second = lineOf(documentOf(korea, new Map(), "2020-01-01"), "Mission, ");
    expect(first).not.toBe(second);
  });

  it("[MAP19] what people typed never becomes a heading, a table, a link, a list or HTML", () => {
    const nasty =
      "# One | **two** _three_ [x](http://e.org) <script>alert(1)</script> `code` & more\n## Next\u0000";
    const document = documentOf({
      title: nasty,
      place: "- a\n1. b",
      cards: [
        {
          id: "m",
          type: "mission",
          title: nasty,
          statement: nasty,
          summary: "1. not a list\n- nor this\n=== \n+ x",
        },
        { id: "p", type: "project", title: nasty, summary: nasty },
        { id: "a", type: "actor", title: nasty },
      ],
      links: [
        { type: "part_of", from: "p", to: "m" },
        { type: "responsible", from: "a", to: "p", role: "accountable" },
      ],
    });
    const safe =
      "\\# One \\| \\*\\*two\\*\\* \\_three\\_ \\[x\\](http://e.org) &lt;script&gt;alert(1)&lt;/script&gt; \\`code\\` \\& more \\#\\# Next";
    expect(document).toContain(`\n## 1 ${safe}\n`);
    expect(document).toContain(`- **1.1 ${safe}** —`);
    expect(document).toContain(`Accountable: ${safe};`);
    expect(document).toContain("\n1\\. not a list\n");
    expect(document).toContain("\n\\- nor this\n");
    expect(document).not.toContain("<script");
    expect(document).not.toContain("\u0000");
    expect(document.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(3);
  });

  it("[MAP19] keeps the structure of rich text, and only that", () => {
    const words = (text: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]) => ({
      type: "text",
      text,
      marks,
    });
    const body: Body = {
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 1 }, content: [words("Why # now")] },
        {
          type: "paragraph",
          content: [
            words("Bold ", { type: "bold" }),
            words("and a "),
            words("link", { type: "link", attrs: { href: "https://e.org/a b>c" } }),
            { type: "hardBreak" },
            words("<b>not html</b>"),
          ],
        },
        {
          type: "orderedList",
          attrs: { start: 3 },
          content: ["one", "two"].map((text) => ({
            type: "listItem",
            content: [{ type: "paragraph", content: [words(text)] }],
          })),
        },
        { type: "codeBlock", content: [words("a ``` b")] },
      ],
    };
    const file = {
      title: "T",
      cards: [
        { id: "m", type: "mission", title: "M" },
        { id: "c", type: "challenge", title: "C" },
      ],
      links: [{ type: "part_of", from: "c", to: "m" }],
    };
    const document = documentOf(file, new Map([[id("c"), body]]));
    expect(document).toContain("  **Why \\# now**\n");
    expect(document).toContain(
      "  **Bold** and a [link](<https://e.org/a%20b%3Ec>) &lt;b&gt;not html&lt;/b&gt;\n",
    );
    expect(document).toContain("  3. one\n  4. two\n");
    expect(document).toContain("  ````\n  a ``` b\n  ````");
  });

  it("[MAP18] keeps cards without a mission in a section of their own, without numbers", () => {
    const document = documentOf({
      title: "",
      cards: [
        { id: "c", type: "challenge", title: "Lost" },
        { id: "p", type: "project", title: "", level: "municipal" },
      ],
      links: [{ type: "part_of", from: "p", to: "c" }],
    });
    expect(document).toContain("# Untitled map\n");
    expect(document).toContain("The map has no mission yet.");
    expect(document).toContain(
      "## Not placed in the tree\n\n- **Lost** — Challenge, status not known, level not known;",
    );
    expect(document).toContain(
      "\n  - **Untitled** — Project, status not known, municipal; Accountable: not known;",
    );
  });

  it("[MAP18] cites each source once, by its number, and lists only what is cited", () => {
    const document = documentOf({
      title: "T",
      sources: [
        { id: "s1", title: "Plan", publisher: "Council", year: "2024", url: "https://e.org/?a=<b>" },
        { id: "s2", title: "Never cited" },
      ],
      cards: [
        { id: "m", type: "mission", title: "M", source: "A letter | of 2020", statusSource: "s1" },
        { id: "c", type: "challenge", title: "C", source: "s1" },
      ],
      links: [],
    });
    expect(document).toContain("Source: \\[1\\], \\[2\\]");
    expect(document).toContain(
      "## Sources cited\n\n1. A letter \\| of 2020\n2. Plan, Council, 2024 <https://e.org/?a=%3Cb%3E>",
    );
    expect(document).not.toContain("Never cited");
  });

  it("writes 3,000 projects nested in one another", () => {
    const cards = [{ id: "m", type: "mission", title: "M" } as Record<string, unknown>];
    const links: Record<string, unknown>[] = [];
    for (let index = 0; index < 3000; index++) {
      cards.push({ id: `p${index}`, type: "project", title: `P${index}` });
      links.push({ type: "part_of", from: `p${index}`, to: index === 0 ? "m" : `p${index - 1}` });
    }
    const document = documentOf({ title: "T", cards, links });
    expect(document).toContain("P2999**");
    expect(document.length).toBeLessThan(1_000_000);
  });
});
