/**
 * Where an actor stands towards a mission. Private to the core team: a stance is a row of the server, never a field,
 * key or file entry of a map, because a document is readable in full by everyone who may open it.
 */
import { z } from "zod";

export const stanceSchema = z.object({
  actorId: z.string().max(64),
  missionId: z.string().max(64),
  /** -2 opposes, +2 supports. */
  position: z.number().int().min(-2).max(2),
  influence: z.number().int().min(1).max(5),
  interest: z.number().int().min(1).max(5),
  incentive: z.string().max(2000),
  ask: z.string().max(2000),
});
export type Stance = z.infer<typeof stanceSchema>;
