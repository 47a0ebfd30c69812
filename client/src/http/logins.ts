/** Coming in: by the owner's one-time link, or as a guest by a map's link. Each secret is posted once. */
import {
  type Me,
  meSchema,
  type RedeemGuestLink,
  redeemedGuestLinkSchema,
} from "@trellis/shared/protocol/api";
import { command, request } from "./request.ts";

export const signIn = (secret: string): Promise<void> => command("POST", "/api/sign-in", { secret });

/** Who is signed in here. @throws ApiProblem, also when nobody is */
export const whoAmI = (): Promise<Me> => request("GET", "/api/me", meSchema);

export const redeemGuestLink = (input: RedeemGuestLink) =>
  request("POST", "/api/guest-links/redeem", redeemedGuestLinkSchema, input);
