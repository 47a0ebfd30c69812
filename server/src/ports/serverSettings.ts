// Values this installation keeps about itself across restarts. Not configuration: people set that by environment.

export type ServerSettingKey = "auth_secret" | "owner_user_id" | "public_url";

export interface ServerSettings {
  get(key: ServerSettingKey): Promise<string | null>;
  put(key: ServerSettingKey, value: string): Promise<void>;
  /** Stores `value` when the key has none yet; answers what is stored afterwards. */
  putIfAbsent(key: ServerSettingKey, value: string): Promise<string>;
}
