// Who is asking. Made by auth/actor.ts from the login or the bearer token of a request; everything behind it
// sees only this. A token acts as the owner, under the owner's user id.

export interface Actor {
  readonly kind: "owner" | "guest" | "token";
  readonly userId: string;
  readonly name: string;
  readonly organisation: string;
}
