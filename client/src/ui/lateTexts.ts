/** Words of a view that comes later than the map: they come with its code, and so cost the first picture nothing. */
import i18next from "i18next";

/** Adds one file of the catalogue under its name. Call it where the view's front door is, before anything is drawn. */
export function addTexts(name: string, texts: object): void {
  i18next.addResourceBundle("en", "translation", { [name]: texts }, true, true);
}
