/** Words that the parts of a map's page share, none of which the first picture needs. They come with the first part. */
import check from "../locales/en/check.json";
import checkGroup from "../locales/en/checkGroup.json";
import clipboard from "../locales/en/clipboard.json";
import commands from "../locales/en/commands.json";
import field from "../locales/en/fields.json";
import guide from "../locales/en/guide.json";
import inspector from "../locales/en/inspector.json";
import lens from "../locales/en/lenses.json";
import palette from "../locales/en/palette.json";
import remove from "../locales/en/remove.json";
import review from "../locales/en/review.json";
import share from "../locales/en/share.json";
import words from "../locales/en/words.json";
import { addTexts } from "../ui/lateTexts.ts";

const TEXTS = {
  check,
  checkGroup,
  clipboard,
  commands,
  field,
  guide,
  inspector,
  lens,
  palette,
  remove,
  review,
  share,
  words,
};

for (const [name, texts] of Object.entries(TEXTS)) addTexts(name, texts);
