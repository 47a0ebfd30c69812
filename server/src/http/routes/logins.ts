// Coming in and going out: the owner by a one-time link, guests by a map's link.
import { type Me, redeemGuestLinkSchema, signInSchema } from "@trellis/shared/protocol/api";
import { type Response, Router } from "express";
import { type GuestLinkPorts, redeemGuestLink } from "../../services/guestLinks.ts";
import { type SignInPorts, signIn } from "../../services/signIn.ts";
import { actorOf, addressOf, signedIn, webHeaders } from "../requestActor.ts";

const setCookies = (response: Response, cookies: readonly string[]): void => {
  if (cookies.length > 0) response.setHeader("set-cookie", [...cookies]);
};

export function loginRoutes(ports: SignInPorts & GuestLinkPorts): Router {
  const router = Router();

  router.post("/sign-in", async (request, response) => {
    const { secret } = signInSchema.parse(request.body);
    const origin = { address: addressOf(request), headers: webHeaders(request) };
    setCookies(response, await signIn(ports, secret, origin));
    response.status(204).end();
  });

  router.post("/guest-links/redeem", async (request, response) => {
    const input = redeemGuestLinkSchema.parse(request.body);
    const origin = { address: addressOf(request), headers: webHeaders(request) };
    const { mapId, cookies } = await redeemGuestLink(ports, actorOf(response), input, origin);
    setCookies(response, cookies);
    response.json({ mapId });
  });

  router.get("/me", (_request, response) => {
    const { userId, name, organisation, kind } = signedIn(response);
    response.json({ id: userId, name, organisation, kind } satisfies Me);
  });

  router.post("/sign-out", async (request, response) => {
    setCookies(response, await ports.logins.end(webHeaders(request)));
    response.status(204).end();
  });

  return router;
}
