import { type Ask, asking } from "@trellis/shared/derive/ask";
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { RecordTypes } from "@trellis/shared/schema/values";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSnapshot } from "../../../document/useMap.ts";
import { lensSigns } from "../../../workspace/lensMarks.ts";
import { lensWord, tagValueWord, titleOf } from "../../../workspace/lookWords.ts";
import { useAddress } from "../../../workspace/useAddress.ts";
import { contextNow } from "../../../workspace/useAnswer.ts";
import { type LensAddress, readLenses, writeLenses } from "./lensAddress.ts";
import { type LensModel, lensModel, type ToRate } from "./lensModel.ts";
import type { LensWords } from "./lensRows.ts";

export interface LensesHere {
  readonly model: LensModel;
  readonly words: LensWords;
  readonly ask: Ask;
  readonly snapshot: MapSnapshot;
  readonly address: LensAddress;
  readonly choose: (patch: Partial<LensAddress>) => void;
}

/** What is asked in a dialog, held from when it opens: another person's edit may change which lens is in view. */
export type LensAsking =
  | { readonly kind: "rate"; readonly what: ToRate }
  | { readonly kind: "newLens" }
  | { readonly kind: "editLens"; readonly lens: OwnLens }
  | null;

export type OwnLens = RecordTypes["ownLens"];

/** What the part shows now, and how the choices in the address are changed. */
export function useLensModel(): LensesHere {
  const { t } = useTranslation();
  const snapshot = useSnapshot();
  const [address, choose] = useAddress(readLenses, writeLenses);
  return useMemo(() => {
    const ask = asking(snapshot, contextNow());
    const model = lensModel(ask, address);
    const value = (one: string | number) => tagValueWord(model.lens, String(one), t);
    const values = model.table.groups.map((group) => group.value);
    const signs = lensSigns(values, value);
    const words: LensWords = {
      t,
      value,
      lens: (id) => lensWord(snapshot.settings, id, t),
      title: (card) => titleOf(snapshot, card, t),
      signs: new Map(values.map((one, index) => [one, signs[index] as (typeof signs)[number]])),
    };
    return { model, words, ask, snapshot, address, choose };
  }, [snapshot, address, choose, t]);
}
