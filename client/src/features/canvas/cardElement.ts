/**
 * One card near the screen as an element of the page: its outline, what it says, and who else is at it. Written to
 * directly and taken again for other cards of the same type: a React component for each would cost a pan most of its
 * time.
 */
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { LensMark } from "../../workspace/lensMarkStore.ts";
import styles from "./CardShape.module.css";
import type { Rect } from "./geometry.ts";
import "./cardDetail.css";
import { type CardPath, PATH_BOX } from "../../workspace/pathStore.ts";
import type { PeerMark } from "./canvasStore.ts";
import { longestWord } from "./canvasText.ts";
import type { CardFace } from "./cardFace.ts";
import type { CardWords } from "./cardWords.ts";
import { GLYPH_TYPES, glyphId } from "./glyphs.ts";
import { shapePath } from "./shapes.ts";

/** What one card looks like now. */
export interface CardSight {
  readonly id: CardId;
  readonly rect: Rect;
  readonly face: CardFace;
  readonly selected: boolean;
  /** The focus of the canvas is on it. */
  readonly active: boolean;
  readonly dragging: boolean;
}

/** The id of a card's element in the page, for `aria-activedescendant`. */
const elementIdOf = (card: CardId): string => `canvas-card-${card}`;

const SVG = "http://www.w3.org/2000/svg";

export class CardElement {
  readonly root: HTMLDivElement;
  readonly type: CardType;
  readonly #outline: SVGSVGElement;
  readonly #shape: SVGPathElement;
  readonly #words: HTMLElement;
  readonly #title: HTMLElement;
  readonly #second: HTMLElement;
  readonly #disc: HTMLElement | null;
  readonly #connector: HTMLElement;
  #peer: HTMLElement | null = null;
  #editor: HTMLElement | null = null;
  #finding: HTMLElement | null = null;
  #lens: HTMLElement | null = null;
  #sight: CardSight | null = null;
  #said: CardWords | null = null;
  #hidden = false;

  constructor(type: CardType, roleText: string) {
    this.type = type;
    this.root = document.createElement("div");
    this.root.className = styles.card ?? "";
    // A fieldset is no card: the canvas names its cards by group.
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-roledescription", roleText);
    this.root.dataset.card = "";
    this.root.dataset.type = type;
    this.#outline = document.createElementNS(SVG, "svg");
    this.#outline.setAttribute("class", styles.outline ?? "");
    this.#outline.dataset.part = "outline";
    this.#outline.setAttribute("aria-hidden", "true");
    this.#shape = document.createElementNS(SVG, "path");
    this.#outline.append(this.#shape);
    this.#disc = type === "actor" ? part("span", styles.disc, "disc") : null;
    this.#disc?.setAttribute("aria-hidden", "true");
    this.#words = part("div", styles.words, "words");
    this.#title = part("span", styles.title, "title");
    // Titles in Arabic or Hebrew begin at the right, whatever the language of the page.
    this.#title.dir = "auto";
    this.#second = part("span", styles.second, "second");
    this.#connector = part("span", styles.connector, "connector");
    this.#connector.setAttribute("aria-hidden", "true");
    this.#words.append(this.#title, this.#second);
    this.root.append(this.#outline, ...(this.#disc ? [this.#disc] : []), ...glyph(type));
    this.root.append(this.#words, this.#connector);
    this.root.toggleAttribute("data-satellite", GLYPH_TYPES.has(type));
  }

  /** Shows a card, touching only what differs from what is shown already. */
  show(sight: CardSight, words: CardWords): void {
    const before = this.#sight;
    const { id, rect, face, selected, active, dragging } = sight;
    this.#sight = sight;
    if (this.#hidden) {
      this.root.style.display = "";
      this.#hidden = false;
    }
    if (before?.rect.x !== rect.x || before.rect.y !== rect.y)
      this.root.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
    if (before?.rect.width !== rect.width || before.rect.height !== rect.height) this.#resize(rect);
    if (before?.id !== id) {
      this.root.id = elementIdOf(id);
      this.root.dataset.cardId = id;
      this.#connector.dataset.connector = id;
    }
    if (before?.selected !== selected) this.root.toggleAttribute("data-selected", selected);
    if (before?.active !== active) this.root.toggleAttribute("data-active", active);
    if (before?.dragging !== dragging) this.root.toggleAttribute("data-dragging", dragging);
    if (before?.selected !== selected || before.dragging !== dragging)
      this.root.style.zIndex = dragging ? "3" : selected ? "2" : "1";
    if (before?.face !== face || this.#said !== words) this.#say(face, words);
  }

  /** Takes the card off the page; the element waits for another one. */
  hide(): void {
    this.root.style.display = "none";
    this.#hidden = true;
    this.root.removeAttribute("id");
    delete this.root.dataset.cardId;
    this.#sight = null;
  }

  /** Forgets what belongs to one card only, before another card is shown here. */
  clear(): void {
    this.mark(null, "");
    this.aim(false);
    this.edit(false);
  }

  mark(mark: PeerMark | null, text: string): void {
    if (!mark) {
      this.#peer?.remove();
      this.#peer = null;
      return;
    }
    if (!this.#peer) {
      this.#peer = document.createElement("div");
      this.#peer.className = styles.peer ?? "";
      this.#peer.append(part("span", styles.peerName));
      this.#outline.after(this.#peer);
    }
    const name = this.#peer.firstElementChild as HTMLElement;
    this.#peer.style.borderColor = mark.colour;
    name.style.backgroundColor = mark.colour;
    name.textContent = text;
  }

  /** A link being drawn would end here. */
  aim(on: boolean): void {
    this.root.toggleAttribute("data-target", on);
  }

  /** The place of the title editor while this card's title is written; null afterwards. */
  edit(on: boolean): HTMLElement | null {
    if (on && !this.#editor) {
      this.#editor = part("div", styles.editor);
      this.#title.before(this.#editor);
      this.#title.hidden = true;
      this.root.dataset.editing = "";
      this.root.removeAttribute("title");
    } else if (!on && this.#editor) {
      this.#editor.remove();
      this.#editor = null;
      this.#title.hidden = false;
      delete this.root.dataset.editing;
    }
    return this.#editor;
  }

  #resize({ width, height }: Rect): void {
    this.root.style.width = `${width}px`;
    this.root.style.height = `${height}px`;
    this.#outline.setAttribute("width", String(width));
    this.#outline.setAttribute("height", String(height));
    this.#shape.setAttribute("d", shapePath(this.type, width, height));
  }

  #say(face: CardFace, words: CardWords): void {
    this.#said = words;
    this.root.setAttribute("aria-label", words.name);
    if (!this.#editor) this.root.title = words.title;
    this.root.toggleAttribute("data-placeholder", face.placeholder);
    this.root.toggleAttribute("data-untitled", face.title === "");
    if (this.#title.textContent !== words.title) {
      this.#title.textContent = words.title;
      this.#title.style.setProperty("--longest", longestWord(words.title).toFixed(2));
    }
    if (this.#disc) this.#disc.textContent = face.initials;
    this.#sayBelow(face, words);
    this.#flag(words.findings);
    this.#colour(face.lens);
  }

  /** Findings of the health check; their number is in the name of the card, and a press leads to them. */
  #flag(words: string): void {
    if (words === "") {
      this.#finding?.remove();
      this.#finding = null;
    } else if (!this.#finding) {
      this.#finding = part("span", styles.finding, "finding");
      this.#finding.setAttribute("aria-hidden", "true");
      this.#finding.dataset.canvasControl = "";
      this.#finding.textContent = "!";
      this.root.append(this.#finding);
    }
    if (this.#finding) this.#finding.title = words;
  }

  /** Its values of a lens: a colour with a letter each; their words are in the name of the card. */
  #colour(mark: LensMark | null): void {
    if (!mark) {
      this.#lens?.remove();
      this.#lens = null;
      return;
    }
    if (!this.#lens) {
      this.#lens = part("span", styles.lens, "lens");
      this.#lens.setAttribute("aria-hidden", "true");
      this.root.append(this.#lens);
    }
    this.#lens.replaceChildren(
      ...mark.signs.map(({ sign, colour }) => {
        const one = part("span");
        one.textContent = sign;
        one.style.backgroundColor = colour;
        return one;
      }),
    );
  }

  #sayBelow(face: CardFace, { second, remarks, eyebrow }: CardWords): void {
    const above = this.#words.querySelector<HTMLElement>("[data-part=eyebrow]");
    if (eyebrow === null) above?.remove();
    else {
      const element = above ?? part("span", styles.eyebrow, "eyebrow");
      element.textContent = eyebrow;
      if (!above) this.#words.prepend(element);
    }
    const parts: (HTMLElement | SVGElement)[] = [];
    if (second !== null && face.status && !face.placeholder) {
      const dot = part("span", styles.dot);
      dot.dataset.tone = face.status.tone;
      parts.push(dot, part("span", styles.status));
    } else if (second !== null) parts.push(part("span"));
    const status = parts.at(-1);
    if (status) status.textContent = second;
    if (remarks !== "") {
      const rest = part("span", styles.remarks);
      rest.textContent = remarks;
      parts.push(rest);
    }
    if (face.path) parts.push(smallPath(face.path));
    this.#second.hidden = parts.length === 0;
    this.#second.replaceChildren(...parts);
  }
}

function part(tag: "span" | "div", className?: string, name?: string): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (name) element.dataset.part = name;
  return element;
}

/** Where the card is to go, dashed, and how far it has come; the verdict is in the name of the card. */
function smallPath({ expected, reached, verdict }: CardPath): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", styles.path ?? "");
  svg.setAttribute("width", String(PATH_BOX.width));
  svg.setAttribute("height", String(PATH_BOX.height));
  svg.setAttribute("aria-hidden", "true");
  svg.dataset.part = "path";
  svg.dataset.verdict = verdict;
  for (const d of [expected, reached]) {
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", d);
    svg.append(line);
  }
  return svg;
}

/** A satellite's sign, drawn once in the page (CardGlyphs.tsx) and shown here by reference. */
function glyph(type: CardType): SVGElement[] {
  if (!GLYPH_TYPES.has(type)) return [];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", styles.glyph ?? "");
  svg.setAttribute("width", "18");
  svg.setAttribute("height", "18");
  svg.setAttribute("aria-hidden", "true");
  svg.dataset.part = "glyph";
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#${glyphId(type)}`);
  svg.append(use);
  return [svg];
}
