/**
 * The English catalogue. A file of locales/en is one top-level key, singular where it names one thing by its value
 * (`t("enum.status.idea")`); types.json holds several (`cardType`, `linkType`, `record`).
 */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

type Texts = Readonly<Record<string, unknown>>;

// What a later view says comes with it (ui/lateTexts.ts).
const files = import.meta.glob<Texts>(
  [
    "../locales/en/*.json",
    "!../locales/en/health.json",
    "!../locales/en/dashboard.json",
    "!../locales/en/indicators.json",
    "!../locales/en/funding.json",
    "!../locales/en/library.json",
    "!../locales/en/lensView.json",
    "!../locales/en/participation.json",
    "!../locales/en/table.json",
    "!../locales/en/roadmap.json",
  ],
  { eager: true, import: "default" },
);

const SINGULAR: Readonly<Record<string, string>> = { enums: "enum", fields: "field", lenses: "lens" };

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
  await i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: { translation: catalogue() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
