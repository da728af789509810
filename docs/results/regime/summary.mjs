// Sums up runs-*.ndjson:  node docs/results/regime/summary.mjs > docs/results/regime/summary.md
import { fileURLToPath } from "node:url";
import { linesOfShards } from "../lines.mjs";

const rows = linesOfShards(fileURLToPath(new URL(".", import.meta.url)));

/** Learnt in both classes: right on 95 of 100 fresh examples. */
const learns = ({ testError }) => testError <= 0.05;
const B1 = 0.9;

/**
 * How far a noise coordinate moves in an epoch, in units of eta, when its example is visited once in K steps with a gradient that stays
 * the same: in the periodic state M_k = (1-b1) b1^k/(1-b1^K), S_k = (1-b2) b2^k/(1-b2^K), k steps after the visit, and the sum of
 * M_k/sqrt(S_k) is geometric. 1 for signs; about sqrt(K) while K is small beside 1/(1-b2), a constant beyond.
 */
function movement(K, b2) {
  if (b2 === undefined) return 1;
  const ratio = B1 / Math.sqrt(b2);
  const sum = (1 - ratio ** K) / (1 - ratio);
  return ((1 - B1) / Math.sqrt(1 - b2)) * (Math.sqrt(1 - b2 ** K) / (1 - B1 ** K)) * sum;
}

/** Where the share of seeds that learn passes 1/2, between neighbouring n/b in logarithmic scale; undefined if it does not. */
function boundary(cells) {
  for (let k = 1; k < cells.length; k++) {
    const [[x, p], [y, r]] = [cells[k - 1], cells[k]];
    if (p < 0.5 && r >= 0.5) return x * (y / x) ** ((0.5 - p) / (r - p));
  }
  return undefined;
}

/** A generator of resampled seeds that is the same every time. */
function resampler() {
  let state = 12345;
  return (size) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * size);
  };
}

/** [n/b, share of the seeds that learn], n = 64 and 256 together where both ran. */
function shares(runs, seeds) {
  const steps = [...new Set(runs.map((run) => run.stepsAnEpoch))].sort((a, b) => a - b);
  return steps.map((k) => {
    const hits = seeds.flatMap((seed) => runs.filter((run) => run.stepsAnEpoch === k && run.seed === seed)).map(learns);
    return [k, hits.filter(Boolean).length / hits.length];
  });
}

const seeds = [...new Set(rows.map(({ seed }) => seed))].sort((a, b) => a - b);
const levels = [
  ["sign recurrence", "sign", 0.999, undefined],
  ["AdamW, b2 = 0.9", "scalar", 0.9, 0.9],
  ["AdamW, b2 = 0.99", "scalar", 0.99, 0.99],
  ["AdamW, b2 = 0.999", "scalar", 0.999, 0.999],
];
const supports = [...new Set(rows.map(({ s }) => s))].sort((a, b) => a - b);
console.log(`${rows.length} runs, seeds ${seeds.join(", ")}. "Learns": test error at most 0.05 at the end.\n`);
for (const n of [64, 256]) {
  const of = rows.filter((run) => run.n === n);
  if (of.length === 0) continue;
  const steps = [...new Set(of.map((run) => run.stepsAnEpoch))].sort((a, b) => a - b);
  console.log(`\n### n = ${n}: seeds that learn / seeds with test error >= 1/2 (of those run), by n/b\n`);
  console.log(`| | s sigmaP | ${steps.join(" | ")} |\n|${" --- |".repeat(steps.length + 2)}`);
  for (const [title, method, b2] of levels) {
    for (const s of supports) {
      const cells = steps.map((k) => {
        const runs = of.filter((run) => run.method === method && run.b2 === b2 && run.s === s && run.stepsAnEpoch === k);
        if (runs.length === 0) return "";
        return `${runs.filter(learns).length} / ${runs.filter((run) => run.testError >= 0.5).length} (${runs.length})`;
      });
      if (cells.some(Boolean)) console.log(`| ${title} | ${Math.sqrt(s)} | ${cells.join(" | ")} |`);
    }
  }
}
console.log("\n### n/b at which half of the seeds learn, with the 95% interval of resampled seeds\n");
console.log("| | s sigmaP | n/b | interval | (n/b)/(s sigmaP) | (n/b)/(s sigmaP)^2 | (n/b)/(movement s sigmaP E\\|N\\|) |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const [title, method, b2, beta] of levels) {
  for (const s of supports) {
    const runs = rows.filter((run) => run.method === method && run.b2 === b2 && run.s === s);
    const at = boundary(shares(runs, seeds));
    const draw = resampler();
    const again = Array.from({ length: 1000 }, () => boundary(shares(runs, seeds.map(() => seeds[draw(seeds.length)]))))
      .filter((x) => x !== undefined)
      .sort((a, b) => a - b);
    const size = Math.sqrt(s);
    const cells = at
      ? [
          at.toFixed(1),
          `${again[Math.floor(0.025 * again.length)].toFixed(1)} to ${again[Math.floor(0.975 * again.length)].toFixed(1)}`,
          (at / size).toFixed(2),
          (at / size ** 2).toFixed(3),
          (at / (movement(at, beta) * size * Math.sqrt(2 / Math.PI))).toFixed(2),
        ]
      : ["outside the grid", "", "", "", ""];
    console.log(`| ${title} | ${size} | ${cells.join(" | ")} |`);
  }
}
