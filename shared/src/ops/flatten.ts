/**
 * From the shape people and files use (lists inside a card) to the flat keys of the document, one key per record.
 * Values are checked here; nothing has been written when it throws.
 */
import { checkRecord, checkValue, type Misfit } from "../schema/checkValue.ts";
import type { Fields } from "../schema/fields.ts";
import { importedRecordId, isId } from "../schema/ids.ts";
import { listKey } from "../schema/mapDoc.ts";
import type { RecordName } from "../schema/records.ts";
import { OpError } from "./opError.ts";

const misfitError = (field: string, misfit: Misfit): OpError =>
  new OpError("invalid_value", `The value of "${field}" does not fit: ${misfit.code}.`, misfit);

function flattenRecords(
  list: string,
  record: RecordName,
  value: unknown,
  into: Record<string, unknown>,
): void {
  if (!Array.isArray(value)) throw misfitError(list, { code: "not_a_list", path: [] });
  value.forEach((entry, index) => {
    const misfit = checkRecord(record, entry);
    if (misfit) throw misfitError(list, { ...misfit, path: [index, ...misfit.path] });
    const { id, ...rest } = entry as Record<string, unknown>;
    const key = listKey(list, isId(id) ? id : importedRecordId(index + 1));
    if (Object.hasOwn(into, key)) throw misfitError(list, { code: "not_an_id", path: [index, "id"] });
    into[key] = withoutMissing(rest);
  });
}

const withoutMissing = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Document keys of a set of values; missing values are left out, `null` is kept as "not known". */
export function flattenFields(fields: Fields, values: object): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const spec = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!spec) throw new OpError("unknown_field", `There is no field "${name}" here.`);
    if (value === undefined) continue;
    if (spec.kind === "records") {
      if (value !== null) flattenRecords(name, spec.record as RecordName, value, flat);
      continue;
    }
    const misfit = checkValue(spec, value);
    if (misfit) throw misfitError(name, misfit);
    if (spec.kind === "lenses") {
      for (const [lens, tags] of Object.entries((value ?? {}) as object)) flat[listKey(name, lens)] = tags;
    } else flat[name] = value;
  }
  return flat;
}
