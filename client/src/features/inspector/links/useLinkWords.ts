/** What a link says besides its type, in a few words: a role, a sum and how far it is, a stance. */
import { fieldsOfLink } from "@trellis/shared/schema/linkTypes";
import type { Link } from "@trellis/shared/schema/values";
import { moneyText } from "../../../workspace/values/valueText.ts";
import { useValueText } from "../useValueText.ts";

const SAID = ["role", "phase", "amount", "status", "stance"];

export function useLinkWords(link: Link): string {
  const valueText = useValueText();
  const fields = fieldsOfLink(link.type);
  const values = link as unknown as Readonly<Record<string, unknown>>;
  return SAID.flatMap((name) => {
    const spec = fields[name];
    if (!spec) return [];
    const text = name === "amount" ? moneyText(values) : valueText(spec, values[name]);
    return text ? [text] : [];
  }).join(", ");
}
