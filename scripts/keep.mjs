// Takes the verdicts of some claims into the check that is kept: npm run keep -- FOLDER, where `adamcheck check CLAIMS --out FOLDER` wrote it.
import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { runFilesIn } from "../dist/proofs-check/counterexampleFile.js";
import { withAgain } from "../dist/proofs-check/papers/kept.js";
import { CLAIMS } from "../dist/proofs-check/registry.js";
import { FORMATS } from "../dist/proofs-check/report/formats.js";
import { unpackedText } from "../dist/src/experiments/packed.js";

const at = (path) => fileURLToPath(new URL(`../docs/results/check/${path}`, import.meta.url));
const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(`${folder}/check.json`)) {
  console.error(
    `FOLDER must have the check.json of \`adamcheck check CLAIMS --out FOLDER\`, but is ${folder}; name one`,
  );
  process.exit(2);
}

const claimsIn = (path) => JSON.parse(unpackedText(path)).claims;
const [kept, again] = [claimsIn(at("check.json")), claimsIn(`${folder}/check.json`)];
const claims = withAgain(
  kept,
  again,
  CLAIMS.map(({ id }) => id),
);
const replaced = kept.filter(({ id }) => again.some((one) => one.id === id));
for (const { file } of runFilesIn(replaced)) rmSync(at(file), { force: true });
for (const { file, run } of runFilesIn(again)) writeFileSync(at(file), `${JSON.stringify(run, null, 1)}\n`);
writeFileSync(at("check.json.gz"), gzipSync(FORMATS.json(claims), { level: 9 }));
writeFileSync(at("check.md"), FORMATS.md(claims));
await import("./verdicts.mjs");
execFileSync("npx", ["biome", "format", "--write", "src/papers/verdicts.generated.ts"]);
