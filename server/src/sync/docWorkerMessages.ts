// What the server and its document worker say to each other.
import type { MapCase } from "@trellis/shared/derive/cases";
import type { MapFile } from "@trellis/shared/schema/mapFile";
import type { Compacted } from "./compact.ts";
import type { Refusal } from "./guard.ts";
import type { WriteFrame } from "./wire.ts";

export type WorkerJob =
  | {
      readonly id: number;
      readonly kind: "compact";
      readonly snapshot: Uint8Array;
      readonly tail: readonly Uint8Array[];
    }
  | { readonly id: number; readonly kind: "screen"; readonly frame: WriteFrame }
  | {
      readonly id: number;
      readonly kind: "draw" | "gather";
      readonly snapshot: Uint8Array;
      readonly tail: readonly Uint8Array[];
    }
  | { readonly id: number; readonly kind: "drawFile"; readonly file: MapFile };

export type WorkerAnswer =
  | { readonly id: number; readonly kind: "compacted"; readonly compacted: Compacted }
  | { readonly id: number; readonly kind: "screened"; readonly refused: Refusal | null }
  | { readonly id: number; readonly kind: "drawn"; readonly svg: string }
  | {
      readonly id: number;
      readonly kind: "gathered";
      readonly cases: readonly MapCase[];
      readonly isCut: boolean;
    }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
