// Makes the inputs of the golden figures with the commands that users have: node test/report/figures/inputs/make.mjs, after npm run build.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const MAIN = fileURLToPath(new URL("../../../../dist/src/cli/main.js", import.meta.url));
const scratch = mkdtempSync(join(HERE, "plans-"));

function adamcheck(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8", cwd: HERE });
  // 1: a claim is contradicted.
  if (status !== 0 && status !== 1) throw new Error(`adamcheck ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** A file with JSON, of which commands are told the path. */
function file(name, content) {
  const path = join(scratch, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const adam = { name: "adam", lr: 0.002, weightDecay: 1e-5 };
const little = { n: 16, d: 100, s: 30, sigmaP: 0.2, alpha: 0.2, m: 4, q: 3, sigma0: 0.05, labels: "balanced" };
const run = { setting: little, optimizer: adam, batchSize: 16, epochs: 200, seed: 1, testSize: 200, recordEvery: 10 };
const disjoint = {
  ...{ n: 8, d: 400, s: 30, sigmaP: 0.2, alpha: 0.2, m: 4, q: 3, sigma0: 0.05 },
  ...{ labels: "balanced", supports: "disjoint" },
};
const compared = { ...run, setting: disjoint, batchSize: 8, optimizer: { ...adam, eps: 0 } };

/** A sweep of little runs. */
function sweep(name, plan) {
  const { seed, ...base } = { ...run, epochs: 30, recordEvery: 30 };
  const plans = { seeds: "1-3", ...plan, base: { ...base, ...plan.base } };
  rmSync(join(HERE, name), { recursive: true, force: true });
  adamcheck("sweep", file(`${name}.json`, plans), "--out", name, "--jobs", "1");
}

adamcheck("simulate", file("run.json", run), "--out", "run.json", "--force");
adamcheck("compare", file("compared.json", compared), "--out", "levels.json", "--force");
writeFileSync(join(HERE, "coverage.json"), adamcheck("coverage", "--json"));
const both = { optimizer: ["adam", "adamw"], weightDecay: [1e-5, 0.01] };
sweep("batch-size", { axes: { batchSize: [1, 2, 4, 8, 16] }, zip: [both] });
sweep("weight-decay", { axes: { optimizer: ["adam", "adamw"], weightDecay: [1e-4, 0.01, 0.1, 1] } });
sweep("betas", {
  base: { optimizer: { ...adam, betas: [0.9, 0.999] } },
  axes: { beta1: [0, 0.5], beta2: [0.9, 0.99] },
  zip: [both],
});
const plane = {
  axes: { weightDecay: { log: [1e-4, 1], count: 7 }, batchSize: [1, 2, 4, 8, 16] },
  seeds: "1-2",
  base: { ...run, seed: undefined, epochs: 120, recordEvery: 120 },
};
rmSync(join(HERE, "phase"), { recursive: true, force: true });
adamcheck("phase", file("phase.json", plane), "--coarse", "4", "--out", "phase", "--jobs", "1");
rmSync(join(HERE, "check"), { recursive: true, force: true });
adamcheck("check", "init-scale", "--cases", "6", "--jobs", "1", "--out", "check");
for (const name of ["check.md", "counterexamples", "regressions.ndjson"])
  rmSync(join(HERE, "check", name), { recursive: true, force: true });
rmSync(scratch, { recursive: true });
