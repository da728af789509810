import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { comparison } from "../../src/dynamics/compare.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { parseComparison, parseDynamics } from "../../src/dynamics/run.ts";
import { unpackedText } from "../../src/experiments/packed.ts";
import type { Report } from "../../src/experiments/reproduce.ts";
import { openSweep } from "../../src/experiments/sweep/folder.ts";
import { parsePlan } from "../../src/experiments/sweep/plan.ts";
import { runTrial } from "../../src/experiments/sweep/trial.ts";
import { trialsOf } from "../../src/experiments/sweep/trials.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { finish } from "../../src/sim/follow.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { checked } from "./checked.ts";
import { claimOf, finds } from "./claims.ts";
import { writeIn } from "./command.ts";

const FILE = {
  preset: "tiny",
  optimizer: { name: "adam", lr: 0.01 },
  batchSize: 2,
  epochs: 6,
  testSize: 10,
  recordEvery: 2,
};
const PUBLISHED = fileURLToPath(new URL("../../docs/results/t25-synthetic/report.json", import.meta.url));

/** A run of every result that one file holds. */
export const trainings = () => ({
  "simulate.json": simulate(parseRun(FILE)),
  "dynamics.json": finish(dynamics(parseDynamics(FILE))),
  "compare.json": finish(comparison(parseComparison(FILE))),
});

/** The published report, as small as shows all of its form: a number, words and a curve beside ours. */
export function reproduced(): Report {
  const report = JSON.parse(unpackedText(PUBLISHED)) as Report;
  const rows = report.rows.filter(({ target, batchSize }) => batchSize === 100 && /table1|fig3|fig5/.test(target));
  return {
    ...report,
    rows: rows.map((row) => ({
      ...row,
      findings: row.findings.map(({ curves, ...finding }) => ({
        ...finding,
        ...(curves && { curves: curves.slice(0, 3).map((curve) => ({ ...curve, points: curve.points.slice(0, 5) })) }),
      })),
    })),
  };
}

/** Verdicts of each kind, one with a run that shows it. */
export async function verdicts() {
  const run = { ...FILE, seed: 1 };
  const counterexample = { case: 1, violation: "2 > 1", run, command: "simulate" } as const;
  const claims = [
    claimOf([finds({}), finds({ verdict: "inconclusive" }, { reading: "other" })], { latex: "x^2 \\ge 0,\\quad y" }),
    claimOf([finds({ verdict: "contradicted", counterexample }, { part: "noise" })], { id: "two", restsOn: ["claim"] }),
  ];
  return { claims: await Promise.all(claims.map((claim) => checked(claim))) };
}

/** Runs of a plan in a folder, all but the last ones. */
export function runsIn(folder: string, file: object, without = 0) {
  const plan = parsePlan(file);
  const [engine] = ENGINES as readonly [(typeof ENGINES)[number]];
  const { count, at, keyAt } = trialsOf(plan, engine);
  const journal = openSweep(folder, plan);
  for (let k = 0; k < count - without; k++) journal.add(keyAt(k), { outcome: runTrial(at(k)) });
  return { journal, lastKey: keyAt(count - 1) };
}

/** The folder of a small sweep over a plane. */
export function sweepIn(folder: string): void {
  const file = { base: FILE, axes: { batchSize: [1, 3], weightDecay: [1e-3, 1e-1] }, seeds: "1-2" };
  const { journal, lastKey } = runsIn(folder, file, 1);
  journal.add(lastKey, { failed: { reason: "it was tired", attempts: 2, config: parseRun(FILE) } });
  journal.settle([]);
}

/** Fills a folder with everything that `report` can be about, each in a folder of its own but for files. */
export async function fillReportable(folder: string): Promise<void> {
  for (const name of ["checked", "reproduced"]) mkdirSync(join(folder, name));
  for (const [name, result] of Object.entries(trainings())) writeIn(folder, name, result);
  writeIn(folder, "reproduced/report.json", reproduced());
  writeIn(folder, "checked/check.json", await verdicts());
  writeIn(folder, "checked/asked.json", { seed: 3, cases: 1 });
  sweepIn(join(folder, "swept"));
}
