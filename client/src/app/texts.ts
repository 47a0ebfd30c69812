/**
 * The English catalogue. A file of locales/en is one top-level key, singular where it names one thing by its value
 * (`t("enum.status.idea")`); types.json holds several (`cardType`, `linkType`, `record`).
 */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { bringWithParts } from "../ui/later.tsx";

type Texts = Readonly<Record<string, unknown>>;

// Those that a map's first picture needs. What comes later brings its words: a view its own (ui/lateTexts.ts), parts
// those that they share (partTexts.ts).
const files = import.meta.glob<Texts>(
  [
    "../locales/en/app.json",
    "../locales/en/ask.json",
    "../locales/en/canvas.json",
    "../locales/en/enums.json",
    "../locales/en/errors.json",
    "../locales/en/look.json",
    "../locales/en/map.json",
    "../locales/en/problems.json",
    "../locales/en/save.json",
    "../locales/en/types.json",
  ],
  { eager: true, import: "default" },
);

const SINGULAR: Readonly<Record<string, string>> = { enums: "enum" };

function catalogue(): Texts {
  const texts: Record<string, unknown> = {};
  for (const [path, content] of Object.entries(files)) {
    const name = path.replace(/^.*\/(.+)\.json$/, "$1");
    if (name === "types") Object.assign(texts, content);
    else texts[SINGULAR[name] ?? name] = content;
  }
  return texts;
}

/** Resolves when `t` may be used. */
export async function startTexts(): Promise<void> {
  bringWithParts(() => import("./partTexts.ts"));
  await i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: { translation: catalogue() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
