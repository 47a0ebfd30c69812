// The command line beside a server, running or not: sign-in links and tokens. It opens the same database as a second
// process and never changes its shape. What it prints on stdout is the answer alone, for use in scripts.
import { parseArgs } from "node:util";
import { databaseFile } from "./adapters/sql/dataFolder.ts";
import { openSqlStores, type SqlStores } from "./adapters/sql/openSqlStores.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { StoreError } from "./ports/storeErrors.ts";
import { newApiToken, newSignInLink } from "./services/signIn.ts";

const USAGE =
  "Usage: npm run --silent trellis -- sign-in-link | token --name NAME | token --list | token --revoke ID";
const NAME_LIMIT = 80;

class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

type Command =
  | { kind: "signInLink" }
  | { kind: "newToken"; name: string }
  | { kind: "listTokens" }
  | { kind: "revokeToken"; id: string };

function read(argv: readonly string[]): {
  words: string[];
  values: { name?: string; list?: boolean; revoke?: string };
} {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { name: { type: "string" }, list: { type: "boolean" }, revoke: { type: "string" } },
    });
    return { words: positionals, values };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split(".")[0] : String(error)}. ${USAGE}`);
  }
}

/** @throws UsageError */
export function parseCommand(argv: readonly string[]): Command {
  const { words, values } = read(argv);
  const given = Object.keys(values);
  if (words.length === 1 && words[0] === "sign-in-link" && given.length === 0) return { kind: "signInLink" };
  if (words.length !== 1 || words[0] !== "token" || given.length !== 1) throw new UsageError(USAGE);
  if (values.list) return { kind: "listTokens" };
  if (values.revoke !== undefined) return { kind: "revokeToken", id: values.revoke };
  const name = values.name?.trim() ?? "";
  // A line break or a terminal's control code in a name would make `token --list` lie.
  if (name === "" || name.length > NAME_LIMIT || /\p{Cc}/u.test(name)) {
    throw new UsageError(
      `A token needs a name of 1 to ${NAME_LIMIT} characters, in one line, that says what it is for. ${USAGE}`,
    );
  }
  return { kind: "newToken", name };
}

/** Without PUBLIC_URL in the environment, the address the server used last is more likely right than the default. */
const publicUrlOf = async (
  { publicUrl, publicUrlGiven }: Config,
  { settings }: SqlStores,
): Promise<string> => (publicUrlGiven ? publicUrl : ((await settings.get("public_url")) ?? publicUrl));

const isoMinute = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}Z`;

async function carryOut(command: Command, config: Config, stores: SqlStores): Promise<string> {
  const { secretStore } = stores;
  const now = Date.now;
  switch (command.kind) {
    case "signInLink":
      return newSignInLink({ secretStore, now }, await publicUrlOf(config, stores));
    case "newToken":
      return (await newApiToken({ secretStore, now }, command.name)).secret;
    case "listTokens": {
      const tokens = await secretStore.listTokens();
      return tokens
        .map(({ id, name, createdAt, lastUsedAt }) => {
          const used = lastUsedAt === null ? "never used" : `last used ${isoMinute(lastUsedAt)}`;
          return `${id}  ${name}  made ${isoMinute(createdAt)}, ${used}`;
        })
        .join("\n");
    }
    case "revokeToken":
      if (!(await secretStore.removeToken(command.id))) {
        throw new UsageError(`There is no token ${command.id}. List them with: token --list`);
      }
      return "";
  }
}

async function run(argv: readonly string[]): Promise<void> {
  const command = parseCommand(argv);
  const config = readConfig();
  const stores = await openSqlStores(databaseFile(config.dataDir), "requireCurrent");
  try {
    const answer = await carryOut(command, config, stores);
    if (answer !== "") process.stdout.write(`${answer}\n`);
  } finally {
    await stores.close();
  }
}

if (import.meta.main) {
  run(process.argv.slice(2)).catch((error: unknown) => {
    const known = error instanceof UsageError || error instanceof ConfigError || error instanceof StoreError;
    const reason =
      error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  });
}
