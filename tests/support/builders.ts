/*
 * Maps for tests, said in the words of the field: aMap("Title").withCard({...}).withLink({...}).doc(). What is built is
 * decoded and imported like any file, so a test cannot start from a map that Trellis would refuse.
 */
import { encodeMapFile, type WrittenMap } from "@trellis/shared/codecs/json";
import { edit, ServerOrigin } from "@trellis/shared/ops/edit";
import { importMap } from "@trellis/shared/ops/importMap";
import { takeSnapshot } from "@trellis/shared/read/observe";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import { type Body, readBody } from "@trellis/shared/schema/body";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { LinkType } from "@trellis/shared/schema/linkTypes";
import { MapDoc } from "@trellis/shared/schema/mapDoc";
import { decodeMapFile, type MapFile } from "@trellis/shared/schema/mapFile";
import * as Y from "yjs";

const FILE_LIMITS = { cards: 10_000, links: 50_000 } as const;

type CardWords = { readonly id: string; readonly type: CardType; readonly home?: string } & Record<
  string,
  unknown
>;
type LinkWords = { readonly type: LinkType; readonly from: string; readonly to: string } & Record<
  string,
  unknown
>;

export class MapBuilder {
  readonly #title: string;
  readonly #cards: readonly object[];
  readonly #links: readonly object[];

  constructor(title: string, cards: readonly object[] = [], links: readonly object[] = []) {
    this.#title = title;
    this.#cards = cards;
    this.#links = links;
  }

  /** A card; its title is its id unless said otherwise, `home` its place in the tree. */
  withCard({ home, ...card }: CardWords): MapBuilder {
    const homes = home === undefined ? [] : [{ type: "part_of", from: card.id, to: home }];
    return new MapBuilder(
      this.#title,
      [...this.#cards, { title: card.id, ...card }],
      [...this.#links, ...homes],
    );
  }

  withLink(link: LinkWords): MapBuilder {
    return new MapBuilder(this.#title, this.#cards, [...this.#links, link]);
  }

  /** @throws Error when Trellis would refuse the file */
  file(): MapFile {
    return decoded({ title: this.#title, schemaVersion: 1, cards: this.#cards, links: this.#links });
  }

  doc(): Y.Doc {
    return docOf(this.file());
  }

  snapshot(): MapSnapshot {
    return takeSnapshot(new MapDoc(this.doc()));
  }
}

export const aMap = (title = "A map"): MapBuilder => new MapBuilder(title);

/** @throws Error with everything that is wrong with the file */
export function decoded(raw: unknown): MapFile {
  const { file, problems } = decodeMapFile(raw, FILE_LIMITS);
  if (!file) throw new Error(problems.join(" "));
  return file;
}

export function docOf(file: MapFile): Y.Doc {
  const doc = new Y.Doc();
  edit(new MapDoc(doc), new ServerOrigin(), (draft) => importMap(draft, file));
  return doc;
}

/** The texts of all cards that have one. */
export function bodiesOf(map: MapDoc): ReadonlyMap<CardId, Body> {
  return new Map(
    map.cardIds().flatMap((id): [CardId, Body][] => {
      const body = map.hasBody(id) ? readBody(map.body(id)) : null;
      return body ? [[id, body]] : [];
    }),
  );
}

/** The map as a file that has been to disk and back. */
export const fileOf = (map: MapDoc): WrittenMap =>
  JSON.parse(JSON.stringify(encodeMapFile(takeSnapshot(map), bodiesOf(map)))) as WrittenMap;
