// Certified runs: digits that enclosures lose over the steps, digits that whole runs take, and what they cost beside doubles.
//   node docs/results/certified/run.mjs > docs/results/certified/result.md
// The trainings and what is measured of them are in test/certified/study.ts.
import { loadStudy } from "./load.mjs";

const { cost, losses, runOf } = await loadStudy("test/certified/study.ts");

const adaptive = { lr: 1e-3, betas: [0.9, 0.999], convention: "pytorch" };
const OPTIMIZERS = {
  "AdamW, eps 0 (scalar)": { ...adaptive, name: "adamw", weightDecay: 0.1, eps: 0 },
  "AdamW, betas (0.5, 0.9) (scalar)": { ...adaptive, name: "adamw", weightDecay: 0.1, eps: 0, betas: [0.5, 0.9] },
  "SignSGDW (scalar)": { name: "signsgdw", lr: 1e-3, weightDecay: 0.1 },
  "GD (gram)": { name: "sgd", lr: 0.1, weightDecay: 1e-3 },
};
const STEPS = [50, 100, 200, 400, 800, 1200, 1600, 2000];
const DIGITS = 120;

const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

console.log(`# Certified runs: digits and cost

\`node docs/results/certified/run.mjs\`, Node ${process.versions.node}. n = 8, m = 5, s = 36, d = 400, sigmaP = 1/6, alpha = 0.2, q = 3, sigma0 = 0.08, full batches, disjoint supports, seed 1; seconds are of a shared machine.

## Decimal digits that the widest coefficient has lost after so many steps

In ${DIGITS} digits after the point; as many digits as are lost, and those wanted at the end, are what a run takes. - : the enclosure had become useless.
`);
const rows = Object.entries(OPTIMIZERS).map(([name, optimizer]) => [
  name,
  ...losses(runOf(optimizer), STEPS, DIGITS).map((digits) => (digits === undefined ? "-" : digits.toFixed(1))),
]);
console.log(table(["optimizer", ...STEPS.map(String)], rows));
console.log(`
## Whole runs, until the sign of both features and of every margin is decided
`);
const open = ({ precision, open: left }) => (left ? `${precision}: open at step ${left.step}` : `${precision}: decided`);
const costs = [];
for (const [name, optimizer] of Object.entries(OPTIMIZERS))
  for (const epochs of [100, 500, 2000]) {
    const { doubles, certified, tried } = cost(runOf(optimizer, epochs), "binary");
    costs.push([name, epochs, tried.map(open).join("; "), certified.toFixed(2), doubles.toFixed(3)]);
  }
console.log(table(["optimizer", "steps", "digits", "seconds", "seconds in doubles"], costs));
const { certified, tried } = cost(runOf(OPTIMIZERS["AdamW, eps 0 (scalar)"], 500), "decimal");
console.log(`
The decimals of decimal.js take ${certified.toFixed(0)} s for the first optimizer's 500 steps (${tried.map(open).join("; ")}).`);
