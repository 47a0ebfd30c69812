/** What every control of one form shares. */
import type { CardId, RecordId } from "@trellis/shared/schema/ids";
import { createContext, useContext } from "react";
import type { NamedSource } from "./codecs.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Whose fields a form edits, and how they are written. Writers get values that fit. */
export interface FieldOwner {
  /** Unique among everything that has fields: key of drafts and of control ids. */
  readonly key: string;
  readonly read: (field: string) => unknown;
  readonly write: (field: string, value: unknown) => void;
  readonly putRecord: (list: string, record: { readonly id: string }) => void;
  readonly removeRecord: (list: string, id: string) => void;
  readonly tagLens: (lens: string, tags: readonly (string | number)[] | null) => void;
}

export interface FormSurroundings {
  readonly ownerKey: string;
  readonly readOnly: boolean;
  readonly sources: readonly NamedSource[];
  readonly phases: readonly { readonly id: RecordId; readonly label: string }[];
  readonly cardTitle: (id: CardId) => string;
}

export const FormContext = createContext<FormSurroundings | null>(null);

export function useForm(): FormSurroundings {
  const form = useContext(FormContext);
  if (!form) throw new Error("used outside a form of fields");
  return form;
}
