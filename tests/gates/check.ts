/*
 * `pnpm gates`: runs every gate over the repository and prints what it found, one line each.
 */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkCalls } from "./calls.ts";
import { checkDependencies } from "./dependencies.ts";
import { checkLength, lengthOfNineInTen } from "./length.ts";
import { checkNaming } from "./naming.ts";
import { type Finding, productCode } from "./source.ts";
import { checkSpec } from "./spec.ts";
import { checkWording } from "./wording.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const gates: [string, (root: string) => Finding[] | Promise<Finding[]>][] = [
  ["length", checkLength],
  ["naming", checkNaming],
  ["calls", checkCalls],
  ["spec", checkSpec],
  ["wording", checkWording],
  ["dependencies", checkDependencies],
];

let found = 0;
for (const [name, check] of gates) {
  const findings = await check(root);
  found += findings.length;
  for (const { path, line, message } of findings) {
    console.log(`${name}: ${path}${line === undefined ? "" : `:${line}`}: ${message}`);
  }
}
console.log(
  `${gates.length} gates over ${productCode(root).length} product files, ${found} findings; ` +
    `nine files in ten have at most ${lengthOfNineInTen(root)} lines (aim: 250).`,
);
process.exitCode = found === 0 ? 0 : 1;
