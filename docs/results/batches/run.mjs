// Theorem 4.1 against s sigmaP, Theorem 4.2 against betas and batch size: whole runs of the settings of proofs-check/support/choices/adamChoices.ts, 12 seeds a row.
//   node docs/results/batches/run.mjs > docs/results/batches/runs.txt        (after `npm run build`; about 10 minutes)
import { LARGE, MINI, runFor } from "../../../dist/proofs-check/support/choices/adamChoices.js";
import { trajectoryOf } from "../../../dist/proofs-check/support/choices/chosenRun.js";
import { hypothesesOf, unmetBy } from "../../../dist/proofs-check/meeting.js";

const SEEDS = Array.from({ length: 12 }, (_, k) => k + 1);

function row(theorem, choice, times, level, agrees) {
  const finals = SEEDS.map((seed) => trajectoryOf(runFor(choice, times, seed), level).final);
  const { s, betas = [0.9, 0.999], batchSize, n, m } = choice;
  const trained = finals.filter(({ trainError }) => trainError === 0);
  const hits = trained.filter(({ testError }) => agrees(testError)).length;
  const errors = finals.map(({ testError }) => testError).sort((a, b) => a - b);
  const unmet = unmetBy(hypothesesOf(theorem), runFor(choice, times, 1));
  const setting = `n ${n} b ${batchSize ?? n} s ${s} m ${m} betas ${betas} level ${level} steps ${times}/eta`;
  const counts = `as claimed ${hits} of ${SEEDS.length}, training error 0 in ${trained.length}`;
  const tests = errors.map((error) => error.toFixed(2)).join(" ");
  console.log(`${theorem}: ${setting}: ${counts}; test errors ${tests}; hypotheses unmet: ${unmet.join(" ") || "none"}`);
}

for (const s of [4, 9, 16, 36]) {
  for (const level of [1, 2]) {
    for (const times of [2, 6]) row("thm-4.1", { ...LARGE, s }, times, level, (error) => error >= 0.45);
  }
}
const mini = (betas, batchSize, n) => ({ ...MINI, s: 16, m: 8, betas, batchSize, n });
for (const [betas, batchSize, n] of [
  [[0.2, 0.2], 2, 48],
  [[0.5, 0.9], 2, 48],
  [[0.9, 0.99], 2, 48],
  [[0.9, 0.999], 2, 48],
  [[0.2, 0.2], 1, 24],
  [[0.9, 0.999], 1, 24],
]) {
  row("thm-4.2", mini(betas, batchSize, n), 3, 1, (error) => error < 0.1);
}
for (const [batchSize, n] of [
  [2, 48],
  [1, 24],
]) {
  row("thm-4.2", mini([0.2, 0.2], batchSize, n), 3, 2, (error) => error < 0.1);
}
