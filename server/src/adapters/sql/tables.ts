// Our tables as Kysely sees them; `migrations.ts` makes them. The document log's own tables are not here: only
// documentLog.ts touches those. Times are milliseconds since 1970 UTC.

interface MapsTable {
  id: string;
  title: string;
  place: string | null;
  created_at: number;
  created_by: string;
  updated_at: number;
  deleted_at: number | null;
  updated_by: string | null;
  /** Since when it is known who touches which card; written by documentLog.ts. */
  recorded_from: number | null;
  epoch: number;
  seq: number;
}

interface CardTouchesTable {
  map_id: string;
  card_id: string;
  added_at: number | null;
  added_by: string | null;
  edited_at: number | null;
  edited_by: string | null;
  confirmed_at: number | null;
  confirmed_by: string | null;
  removed_at: number | null;
  removed_by: string | null;
  removed_title: string | null;
  removed_type: string | null;
}

interface GuestLinksTable {
  id: string;
  map_id: string;
  role: "viewer" | "editor";
  secret_hash: string;
  created_at: number;
  created_by: string;
  expires_at: number | null;
  revoked_at: number | null;
}

interface LinkGuestsTable {
  link_id: string;
  user_id: string;
  granted_at: number;
}

interface SignInSecretsTable {
  secret_hash: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

interface ApiTokensTable {
  id: string;
  name: string;
  secret_hash: string;
  created_at: number;
  last_used_at: number | null;
}

interface TemplatesTable {
  id: string;
  title: string;
  description: string;
  place: string;
  cards: number;
  links: number;
  /** A map file as JSON. */
  document: string;
  created_at: number;
  created_by: string;
  deleted_at: number | null;
}

export interface Tables {
  maps: MapsTable;
  card_touches: CardTouchesTable;
  templates: TemplatesTable;
  guest_links: GuestLinksTable;
  link_guests: LinkGuestsTable;
  sign_in_secrets: SignInSecretsTable;
  api_tokens: ApiTokensTable;
  server_settings: { key: string; value: string };
}
