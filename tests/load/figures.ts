/*
 * Everything one bench has found.
 */
import type { AcknowledgementResult } from "./acknowledgement.ts";
import type { CanvasResult } from "./canvas.ts";
import type { ColdJoinResult } from "./coldJoin.ts";
import type { DerivationResult } from "./derivations.ts";
import type { FanoutResult } from "./fanout.ts";
import type { ViewResult } from "./views.ts";

export interface Figures {
  fanout: { shape: string; target: string; result: FanoutResult }[];
  cold: { target: string; result: ColdJoinResult }[];
  ack: { target: string; result: AcknowledgementResult }[];
  canvas: CanvasResult[];
  derive: DerivationResult[];
  views: ViewResult[];
  /** What could not be measured, and why. */
  failures: string[];
}
