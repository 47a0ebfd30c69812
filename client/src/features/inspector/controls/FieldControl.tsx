/** The fitting control for a field, by its kind alone. */
import { ENUMS } from "@trellis/shared/schema/enums";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { currencyChoices } from "../../../workspace/values/currencies.ts";
import { type Choice, useForm } from "../formContext.ts";
import { CardControl } from "./CardControl.tsx";
import { ChoiceControl } from "./ChoiceControl.tsx";
import type { ControlProps } from "./control.ts";
import { DateControl } from "./DateControl.tsx";
import { GroupControl } from "./GroupControl.tsx";
import { ManyControl } from "./ManyControl.tsx";
import { isMoney, MoneyControl } from "./MoneyControl.tsx";
import { RowsControl } from "./RowsControl.tsx";
import { SourceControl } from "./SourceControl.tsx";
import { TextControl } from "./TextControl.tsx";
import { UrlControl } from "./UrlControl.tsx";

export const enumChoices = (t: TFunction, name: keyof typeof ENUMS): Choice[] =>
  ENUMS[name].map((value) => ({ value, label: t(`enum.${name}.${value}`) }));

const asString = (value: unknown): string | null => (typeof value === "string" ? value : null);
const asStrings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const FLAGS: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** Kinds whose control holds any text. */
const TYPED = ["text", "number", "figure", "words", "date", "source", "url"] as const;
export const isTyped = (spec: { readonly kind: string }): boolean =>
  (TYPED as readonly string[]).includes(spec.kind);

/** Records and lenses have documents keys of their own and are drawn by `FieldForm`. */
export function FieldControl(props: ControlProps & { readonly required?: boolean }) {
  const { spec, id, value, write, path, label, named, placeholder, cell = false, required = false } = props;
  const { t } = useTranslation();
  const { phases } = useForm();
  const words = {
    ...(named ? { label } : {}),
    ...(placeholder === undefined ? (cell ? { placeholder: "–" } : {}) : { placeholder }),
  };
  switch (spec.kind) {
    case "enum":
      return (
        <ChoiceControl
          {...words}
          id={id}
          value={asString(value)}
          choices={enumChoices(t, spec.of)}
          write={write}
          required={required}
        />
      );
    case "flag": {
      // Some questions have better answers than yes and no: a lens is tagged or rated.
      const name = path.replace(/@.*$/, "").split(".").at(-1) ?? "";
      const choices = Object.keys(FLAGS).map((flag) => ({
        value: flag,
        label: t(`inspector.answer.${name}.${flag}`, { defaultValue: t(`inspector.flag.${flag}`) }),
      }));
      return (
        <ChoiceControl
          {...words}
          id={id}
          value={value === true ? "yes" : value === false ? "no" : null}
          choices={choices}
          write={(flag) => write(flag === null ? null : FLAGS[flag])}
        />
      );
    }
    case "currency":
      return (
        <ChoiceControl
          {...words}
          id={id}
          value={asString(value)}
          choices={currencyChoices()}
          codes={cell}
          write={write}
        />
      );
    case "phase": {
      const choices = phases.map((phase) => ({ value: phase.id as string, label: phase.label }));
      return <ChoiceControl {...words} id={id} value={asString(value)} choices={choices} write={write} />;
    }
    case "enumList":
      return (
        <ManyControl
          {...words}
          id={id}
          values={asStrings(value)}
          choices={enumChoices(t, spec.of)}
          open={spec.open === true}
          write={write}
        />
      );
    case "card":
      return <CardControl {...words} id={id} value={asString(value)} types={spec.types} write={write} />;
    case "group":
      return isMoney(spec) ? (
        <MoneyControl {...props} spec={spec} />
      ) : (
        <GroupControl {...props} spec={spec} />
      );
    case "rows":
      return <RowsControl {...props} spec={spec} />;
    case "url":
      return cell ? <TextControl {...props} /> : <UrlControl {...props} />;
    case "date":
      return <DateControl {...props} />;
    case "source":
      return <SourceControl {...props} />;
    case "records":
    case "lenses":
      return null;
    default:
      return <TextControl {...props} />;
  }
}
