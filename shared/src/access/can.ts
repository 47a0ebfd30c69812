/**
 * Who may do what. One pure table, asked by the server on every transport and by the client to hide what would
 * be refused. A role is held per map; the workspace owner holds `owner` on every map.
 */
export const ROLES = ["viewer", "commenter", "editor", "facilitator", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** Operations on one map. Operations of later steps join this list together with their table rows. */
const MAP_OPERATIONS = [
  "map.read",
  "map.export",
  "map.edit",
  "map.rename",
  "map.delete",
  "map.restore",
  "link.list",
  "link.create",
  "link.revoke",
] as const;
export type MapOperation = (typeof MAP_OPERATIONS)[number];

/** Operations on the workspace as a whole. */
export type WorkspaceOperation =
  | "map.create"
  | "map.listDeleted"
  | "map.purge"
  | "template.list"
  | "template.save"
  | "template.change";

const READER: readonly MapOperation[] = ["map.read", "map.export"];
const EDITOR: readonly MapOperation[] = [...READER, "map.edit", "map.rename"];

const ALLOWED: Readonly<Record<Role, ReadonlySet<MapOperation>>> = {
  viewer: new Set(READER),
  commenter: new Set(READER),
  editor: new Set(EDITOR),
  facilitator: new Set(EDITOR),
  owner: new Set(MAP_OPERATIONS),
};

/** True when someone who holds `role` on a map may do `operation` on it. No role, no rights. */
export const can = (role: Role | null, operation: MapOperation): boolean =>
  role !== null && ALLOWED[role].has(operation);

/** True when this kind of login may do `operation` in the workspace. Guests only ever work inside a map. */
export const canInWorkspace = (isOwner: boolean, _operation: WorkspaceOperation): boolean => isOwner;

/** The stronger of two roles; either may be missing. */
export const strongerRole = (one: Role | null, other: Role | null): Role | null => {
  if (one === null || other === null) return one ?? other;
  return ROLES.indexOf(one) >= ROLES.indexOf(other) ? one : other;
};
