// Where flipped neurons come to rest: the settings of `adamcheck check adamw-large-stage2`, 10 decay times, every neuron whose feature is negative at the end.
//   node docs/results/rest/run.mjs [first seed] [last seed]       (after `npm run build`); writes runs.ndjson, one line a run
//   node docs/results/rest/run.mjs 2101 2110 limit                n = 16, 64, 256 as the scaling family ties them at D = 6; writes limit.ndjson
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { noiseEntries } from "../../../dist/src/dynamics/entries.js";
import { DYNAMICS_VERSION } from "../../../dist/src/dynamics/dynamics.js";
import { runOf } from "../../../dist/proofs-check/meeting.js";
import { observe } from "../../../dist/proofs-check/observe.js";
import { flipLetters } from "../../../dist/proofs-check/support/adamw/adamwFlip.js";
import { studyRun } from "../../../dist/proofs-check/support/choices/adamwStudy.js";
import { keysIn } from "../lines.mjs";

const LAMBDA = [0.5, 1, 2];
const POINTS = [
  ...[9, 36, 81, 324].flatMap((s) => LAMBDA.map((lambda) => ({ s, alpha: 0.4, lambda }))),
  ...[0.1, 0.2, 0.8].flatMap((alpha) => LAMBDA.map((lambda) => ({ s: 36, alpha, lambda }))),
];
/** s = n and alpha = sigmaP, as D = 6 has them but for constants. */
const LIMIT = [16, 64, 256].map((n) => ({ n, s: n, alpha: 1.6 / Math.sqrt(n), lambda: 1 }));
const DECAY_TIMES = 10;

const [first = "2001", last = "2020", which = "all"] = process.argv.slice(2);
const out = fileURLToPath(new URL(which === "limit" ? "limit.ndjson" : "runs.ndjson", import.meta.url));
const done = keysIn(out);
const short = (x) => Number(x.toPrecision(6));

/** Of every neuron: u, sum of z_i/|zeta_i|^2 over its class's examples that respond, and the largest z_i. */
function neurons({ labels, entries, m }, { signal, noise }, alpha) {
  return Array.from({ length: 2 * m }, (_, lane) => {
    const j = lane < m ? 1 : -1;
    const u = j * signal[lane];
    let [sum, most] = [0, 0];
    for (const [i, y] of labels.entries()) {
      const x = noise[2 * i * m + lane];
      if (y !== j || x <= 0) continue;
      const z = x + alpha * u;
      sum += z / entries[i];
      most = Math.max(most, z);
    }
    return [short(u), short(sum), short(most)];
  });
}

/** Of classes +1 and -1: sum over the other class's examples of z/(|zeta|^2 x^2) of the neuron that memorizes them best, what pulls a negative feature up. */
function upward({ labels, entries, m }, { signal, noise }, alpha) {
  return [1, -1].map((j) => {
    let sum = 0;
    for (const [i, y] of labels.entries()) {
      if (y === j) continue;
      const lanes = Array.from({ length: m }, (_, r) => (y === 1 ? 0 : m) + r);
      const best = lanes.reduce((a, b) => (noise[2 * i * m + a] >= noise[2 * i * m + b] ? a : b));
      const x = noise[2 * i * m + best];
      sum += (x + alpha * y * signal[best]) / (entries[i] * x * x);
    }
    return short(sum);
  });
}

for (let seed = Number(first); seed <= Number(last); seed++) {
  for (const { n, s, alpha, lambda } of which === "limit" ? LIMIT : POINTS) {
    const key = `s=${s} alpha=${alpha} lambda=${lambda} seed=${seed}`;
    if (done.has(key)) continue;
    const letters = { ...flipLetters({ s, alpha, lambda }), ...(n && { n, b: n }) };
    const { problem, moments } = observe(runOf(studyRun(letters, DECAY_TIMES / (letters.eta * lambda), seed, 5)), 1, "record");
    const { examples } = problem.start;
    const labels = [...examples.labels];
    const entries = labels.map((_, i) => {
      const [from, to] = noiseEntries(examples, i);
      return examples.values.subarray(from, to).reduce((sum, z) => sum + z * z, 0);
    });
    const seen = [...moments];
    const parts = { labels, entries, m: letters.m };
    const of = (moment) => ({ neurons: neurons(parts, moment, alpha), upward: upward(parts, moment, alpha) });
    const line = { key, s, alpha, lambda, seed, engine: DYNAMICS_VERSION, early: of(seen[1]), end: of(seen.at(-1)) };
    appendFileSync(out, `${JSON.stringify(line)}\n`);
  }
}
