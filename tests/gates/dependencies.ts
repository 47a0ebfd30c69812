/*
 * Who may import whom: the rules of .dependency-cruiser.cjs, over every code file there is.
 * A cruise that looked at nothing passes too, so each file on disk must be among the modules it saw.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { type Finding, productCode, supportingCode } from "./source.ts";

/** Has packages of its own, installed by `pnpm bench` only. */
const OWN_PROJECT = "tests/load/peers/";
const FOLDERS = ["client/src", "server/src", "shared/src", "tests"];

/** Imports that break a rule, and files the cruise did not see. */
export async function checkDependencies(root: string): Promise<Finding[]> {
  const files = [...productCode(root), ...supportingCode(root)]
    .map(({ path }) => path)
    .filter((path) => !path.startsWith(OWN_PROJECT));
  const folders = FOLDERS.filter((folder) => files.some((path) => path.startsWith(`${folder}/`)));
  if (folders.length === 0) return [{ path: ".", message: "no code was found to examine" }];
  const { forbidden, options } = rulesOf(root);
  const { modules, summary } = await examine(root, folders, forbidden, options);
  const seen = new Set(modules.map(({ source }) => source));
  const unseen = files.filter(
    (path) => folders.some((folder) => path.startsWith(`${folder}/`)) && !seen.has(path),
  );
  return [
    ...unseen.map((path) => ({ path, message: "dependency-cruiser did not examine this file" })),
    ...summary.violations.map(({ rule, from, to }) => {
      const advice = forbidden.find(({ name }) => name === rule.name)?.comment ?? "";
      return { path: from, message: `${rule.name}: imports ${to}. ${advice}` };
    }),
  ];
}

interface Rules {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions & { enhancedResolveOptions?: Parameters<typeof cruise>[2] };
}

function rulesOf(root: string): Rules {
  return createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs")) as Rules;
}

async function examine(
  root: string,
  folders: string[],
  forbidden: Rules["forbidden"],
  { enhancedResolveOptions, ...options }: Rules["options"],
): Promise<ICruiseResult> {
  const result = await cruise(
    folders,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden }, outputType: "json" },
    enhancedResolveOptions,
  );
  return JSON.parse(String(result.output)) as ICruiseResult;
}
