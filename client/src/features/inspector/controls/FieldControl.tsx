/** The fitting control for a field, by its kind alone. */
import { ENUMS } from "@trellis/shared/schema/enums";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type Choice, useForm } from "../formContext.ts";
import { CardControl } from "./CardControl.tsx";
import { ChoiceControl } from "./ChoiceControl.tsx";
import type { ControlProps } from "./control.ts";
import { currencyChoices } from "./currencies.ts";
import { GroupControl } from "./GroupControl.tsx";
import { ManyControl } from "./ManyControl.tsx";
import { RowsControl } from "./RowsControl.tsx";
import { TextControl } from "./TextControl.tsx";
import { UrlControl } from "./UrlControl.tsx";

const enumChoices = (t: TFunction, name: keyof typeof ENUMS): Choice[] =>
  ENUMS[name].map((value) => ({ value, label: t(`enum.${name}.${value}`) }));

const asString = (value: unknown): string | null => (typeof value === "string" ? value : null);
const asStrings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const FLAGS: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** Records and lenses have documents keys of their own and are drawn by `FieldForm`. */
export function FieldControl(props: ControlProps & { readonly required?: boolean }) {
  const { spec, id, value, write, required = false } = props;
  const { t } = useTranslation();
  const { phases } = useForm();
  switch (spec.kind) {
    case "enum":
      return (
        <ChoiceControl
          id={id}
          value={asString(value)}
          choices={enumChoices(t, spec.of)}
          write={write}
          required={required}
        />
      );
    case "flag":
      return (
        <ChoiceControl
          id={id}
          value={value === true ? "yes" : value === false ? "no" : null}
          choices={Object.keys(FLAGS).map((flag) => ({ value: flag, label: t(`inspector.flag.${flag}`) }))}
          write={(flag) => write(flag === null ? null : FLAGS[flag])}
        />
      );
    case "currency":
      return <ChoiceControl id={id} value={asString(value)} choices={currencyChoices()} write={write} />;
    case "phase":
      return (
        <ChoiceControl
          id={id}
          value={asString(value)}
          choices={phases.map((phase) => ({ value: phase.id, label: phase.label }))}
          write={write}
        />
      );
    case "enumList":
      return (
        <ManyControl
          id={id}
          values={asStrings(value)}
          choices={enumChoices(t, spec.of)}
          open={spec.open === true}
          write={write}
        />
      );
    case "card":
      return <CardControl id={id} value={asString(value)} types={spec.types} write={write} />;
    case "group":
      return <GroupControl {...props} spec={spec} />;
    case "rows":
      return <RowsControl {...props} spec={spec} />;
    case "url":
      return <UrlControl {...props} />;
    case "records":
    case "lenses":
      return null;
    default:
      return <TextControl {...props} />;
  }
}
