// Sums up runs.ndjson:  node docs/results/rest/summary.mjs > docs/results/rest/summary.md
import { medianInterval } from "../../../dist/src/statistics/medianInterval.js";
import { restState } from "../../../dist/src/bounds/thresholds/feature/restState.js";
import { linesOf } from "../lines.mjs";

const read = (name) => linesOf(new URL(name, import.meta.url));
const rows = read("runs.ndjson");
const seeds = [...new Set(rows.map(({ seed }) => seed))];
/** An example counts as memorized from z = 1/2 on; margins of rest ask for 1.5 and more. */
const MEMORIZED = 0.5;

const quantile = (values, p) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)];
  return low + (at - Math.floor(at)) * (sorted[Math.ceil(at)] - low);
};

/** Every neuron of a run at a moment: u, and where the law has it, without and with the other class's pull. */
function neuronsOf({ s, alpha, lambda, ...row }, moment) {
  const { neurons, upward } = row[moment];
  return neurons.map(([u, sum, most], lane) => {
    const pulls = { down: alpha * Math.max(0, sum), weightDecay: lambda, q: 3 };
    const up = upward[lane < neurons.length / 2 ? 0 : 1];
    // To first order in lambda z/(s sigmaP), with the largest z for all that are memorized.
    const saturated = 1 + (1.6 * lambda * most) / (1.6 * Math.sqrt(s));
    const both = { ...pulls, down: saturated * pulls.down, up: saturated * up };
    return { u, most, lane, simple: restState(pulls), full: restState({ ...pulls, up }), both: restState(both), reached: lambda * pulls.down };
  });
}
const counted = (row, moment) => neuronsOf(row, moment).filter(({ u, most }) => u < 0 && most >= MEMORIZED);

function line(title, chosen, moment = "end") {
  const found = chosen.flatMap((row) => counted(row, moment));
  if (found.length === 0) return;
  const cells = ["simple", "full", "both"].map((law) => {
    const ratios = found.map((neuron) => neuron.u / neuron[law]);
    return `${quantile(ratios, 0.5).toFixed(2)} (${quantile(ratios, 0.05).toFixed(2)} to ${quantile(ratios, 0.95).toFixed(2)})`;
  });
  const reached = found.map((neuron) => neuron.reached);
  console.log(`| ${title} | ${new Set(chosen.map(({ seed }) => seed)).size} | ${found.length} | ${quantile(reached, 0.5).toFixed(2)} | ${cells.join(" | ")} |`);
}

console.log(`${rows.length} runs, seeds ${Math.min(...seeds)} to ${Math.max(...seeds)}, engine ${rows[0].engine}: n = b = 16, m = 3, q = 3, sqrt(s) sigmaP = 1.6, betas (0.5, 0.9), eps = 0.01 lambda eta, eta s sigmaP = 0.08; level 1.`);
console.log("Neurons with u < 0 that memorize an example (z >= 1/2). Measured over predicted: median (5% to 95% of the neurons).\n");
const HEAD = "| | seeds | neurons | lambda A, median | u = -A/(1 + lambda A) | with the other class's pull | and 1 + 1.6 lambda z/(s sigmaP) |\n| --- | --- | --- | --- | --- | --- | --- |";
console.log(HEAD);
line("all, 10 decay times", rows);
line("all, 2 decay times", rows, "early");
for (const [letter, values] of [["s", [9, 36, 81, 324]], ["lambda", [0.5, 1, 2]]])
  for (const value of values) line(`${letter} = ${value}, alpha = 0.4`, rows.filter((row) => row[letter] === value && row.alpha === 0.4));
for (const alpha of [0.1, 0.2, 0.4, 0.8]) line(`alpha = ${alpha}, s = 36`, rows.filter((row) => row.alpha === alpha && row.s === 36));

/** As the check's quantity: -max_r u of the class where it is largest, if one has flipped; measured, and by the law for that neuron. */
function flippedOf(row, moment) {
  const neurons = neuronsOf(row, moment);
  const m = neurons.length / 2;
  const leaders = [0, m].map((from) => neurons.slice(from, from + m).reduce((a, b) => (a.u >= b.u ? a : b)));
  const [least] = leaders.toSorted((a, b) => a.u - b.u);
  return least.u < 0 ? least : undefined;
}
const slope = (points) => {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([a]) => Math.log(a)), mean(([, b]) => Math.log(b))];
  return mean(([a, b]) => (Math.log(a) - x) * (Math.log(b) - y)) / mean(([a]) => (Math.log(a) - x) ** 2);
};
/** Mean over the neurons that memorize. */
function meanOf(row, moment) {
  const found = counted(row, moment);
  if (found.length === 0) return undefined;
  return Object.fromEntries(["u", "simple", "full", "both"].map((part) => [part, found.reduce((sum, neuron) => sum + neuron[part], 0) / found.length]));
}
function slopesOf(title, quantity, moment, s) {
  const slopes = { u: [], simple: [], full: [], both: [] };
  for (const seed of seeds) {
    const three = [0.5, 1, 2].map((lambda) => rows.find((row) => row.seed === seed && row.s === s && row.alpha === 0.4 && row.lambda === lambda));
    if (three.some((row) => row === undefined)) continue;
    const states = three.map((row) => [row.lambda, quantity(row, moment)]);
    if (states.some(([, state]) => state === undefined || state.both === 0)) continue;
    for (const part of Object.keys(slopes)) slopes[part].push(slope(states.map(([lambda, state]) => [lambda, -state[part]])));
  }
  if (slopes.u.length < 6) return;
  const cells = Object.values(slopes).map((values) => {
    const { low, high } = medianInterval(values, values);
    return `${quantile(values, 0.5).toFixed(2)}, ${low.toFixed(2)} to ${high.toFixed(2)}`;
  });
  console.log(`| ${title} | ${s} | ${slopes.u.length} of ${seeds.length} | ${cells.join(" | ")} |`);
}

console.log("\n## The exponent of lambda at the check's grid (0.5, 1, 2), alpha = 0.4: slopes of single seeds, median and 95% interval\n");
console.log("The check's quantity is -max_r <w_jr, jv> of the class where it is largest, in seeds in which a class has flipped at all three lambdas.\n");
console.log("| | s | seeds | measured | u = -A/(1 + lambda A) | with the other class's pull | and 1 + 1.6 lambda z/(s sigmaP) |\n| --- | --- | --- | --- | --- | --- | --- |");
for (const s of [9, 36, 81, 324]) {
  slopesOf("the check's, 2 decay times", flippedOf, "early", s);
  slopesOf("the check's, 10 decay times", flippedOf, "end", s);
  slopesOf("mean over neurons that memorize, 2 decay times", meanOf, "early", s);
  slopesOf("mean over neurons that memorize, 10 decay times", meanOf, "end", s);
}

const limit = read("limit.ndjson");
console.log(`\n## Towards the limit: s = n, alpha = 1.6 n^(-1/2), lambda = 1, 10 decay times; ${limit.length} runs, seeds ${[...new Set(limit.map(({ seed }) => seed))].join(", ")}\n`);
console.log("|u|: medians over the neurons with u < 0 that memorize. Then measured over predicted: median (5% to 95%).\n");
console.log("| n = s | neurons | measured | -A/(1 + lambda A) | with C | and 1 + 1.6 lambda z/(s sigmaP) | measured over the first | over the second | over the third |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
const three = (values) => `${quantile(values, 0.5).toFixed(2)} (${quantile(values, 0.05).toFixed(2)} to ${quantile(values, 0.95).toFixed(2)})`;
for (const s of [16, 64, 256]) {
  const found = limit.filter((row) => row.s === s).flatMap((row) => counted(row, "end"));
  if (found.length === 0) continue;
  const sizes = ["u", "simple", "full", "both"].map((part) => quantile(found.map((neuron) => -neuron[part]), 0.5).toFixed(2));
  const ratios = ["simple", "full", "both"].map((part) => three(found.map((neuron) => neuron.u / neuron[part])));
  console.log(`| ${[s, found.length, ...sizes, ...ratios].join(" | ")} |`);
}
