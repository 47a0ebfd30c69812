/** The sources a document cites, numbered in the order in which they are first cited. */
import type { RecordTypes } from "../schema/values.ts";
import { address, inline } from "./markdownText.ts";

export class SourceList {
  readonly #known: ReadonlyMap<string, RecordTypes["source"]>;
  readonly #numbers = new Map<string, number>();

  constructor(sources: readonly RecordTypes["source"][]) {
    this.#known = new Map(sources.map((source) => [source.id, source]));
  }

  /** The mark of a citation: the id of one of the map's sources, or a citation in words. */
  cite(source: string): string {
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
    this.#numbers.set(source, number);
    return `\\[${number}\\]`;
  }

  /** One block with a line per cited source; none when nothing was cited. */
  lines(): string[] {
    const lines = [...this.#numbers].map(([cited, number]) => {
      const source = this.#known.get(cited);
      if (!source) return `${number}. ${inline(cited)}`;
      const words = [source.title || cited, source.publisher, source.year]
        .filter(Boolean)
        .map((part) => inline(part as string));
      return `${number}. ${words.join(", ")}${source.url ? ` ${address(source.url)}` : ""}`;
    });
    return lines.length === 0 ? [] : [lines.join("\n")];
  }
}
