// The tables of summary.md, from runs.ndjson, classes.ndjson, rest.ndjson and flip.ndjson.
//   node docs/results/extends/thresholds/summary.mjs        (after `npm run build`)
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { flipConstant } from "../../../../dist/src/bounds/thresholds/feature/flipBoundary.js";
import { movement } from "../../../../dist/src/bounds/hypotheses/movement.js";
import { medianInterval } from "../../../../dist/src/statistics/medianInterval.js";
import { linesOf } from "../../lines.mjs";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const read = (name) => linesOf(at(name));
function groupsOf(lines, keyOf = ({ change }) => change) {
  const groups = new Map();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return groups;
}
const short = (x) => (x === undefined ? "" : x === Infinity ? "any" : Number(x.toPrecision(3)).toString());
const spread = (values, ends = values) => {
  const { median, low, high, coverage } = medianInterval(values, ends);
  return `${short(median)} (${short(low)} to ${short(high)}, ${(100 * coverage).toFixed(1)}%)`;
};
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const runs = [...read("runs.ndjson"), ...read("classes.ndjson")];
const ofStudy = (study) => {
  const rows = [...groupsOf(runs.filter((line) => line.study === study))].map(([change, lines]) => {
    const found = lines.filter(({ below, above }) => below && above);
    const ratios = found.map(({ predicted, below, above }) => Math.sqrt(below * above) / predicted);
    return [
      change,
      String(lines.length),
      String(found.length),
      spread(found.map(({ predicted }) => predicted)),
      spread(ratios),
      `${short(Math.min(...ratios))} to ${short(Math.max(...ratios))}`,
      String(lines.filter(({ monotone }) => monotone === false).length),
    ];
  });
  return table(["change", "starts", "found", "predicted, median", "found over predicted, median", "least and greatest", "not monotone"], rows);
};

/** As in flip.mjs. */
const RACES = {
  "base, 16": {},
  "mu = sqrt 2": { mu: Math.SQRT2 },
  "k = 4": { featureSupport: 4 },
  "q = 2": { q: 2 },
  biases: { biases: true },
  Laplace: { noise: 16 * Math.SQRT1_2 },
  "scale 1/m": {},
  "base, 8": {},
  "mu = 1/sqrt 2": { mu: Math.SQRT1_2 },
  "P = 3": { noisePatches: 2 },
  "P = 5": { noisePatches: 4 },
  Rademacher: { noise: 8 },
};
const perStep = (K) => K / movement(0.9, 0.99, K);
const flips = read("flip.ndjson");
/** K/G at the geometric middle of the bracket; below 1 where all learn, beyond the grid where none does. */
const boundary = ({ flips, learns }) => (flips === null ? 0 : learns === null ? Infinity : Math.sqrt(perStep(flips) * perStep(learns)));
const predictedOf = (change, size, batchSize) => {
  const race = { alpha: 0.2, q: 3, noise: Math.sqrt(2 / Math.PI) * size, batchSize, betas: [0.9, 0.99], ...RACES[change] };
  return flipConstant(race) * race.noise;
};
const flipRows = [...groupsOf(flips)].map(([change, lines]) => {
  const { size } = lines[0];
  const base = flips.filter((line) => line.change === `base, ${size}`);
  const of = (each) => medianInterval(each.map(boundary), each.map(boundary));
  const K = medianInterval(lines.map(({ flips }) => flips ?? 0), lines.map(({ learns }) => learns ?? Infinity));
  // The same seeds have other examples at another n: ratios are of medians, and their interval is of the change's own median.
  const own = of(lines);
  const scale = of(base).median;
  return [
    change,
    String(size),
    String(lines.length),
    `${short(K.median)} (${short(K.low)} to ${short(K.high)})`,
    `${short(own.median / scale)} (${short(own.low / scale)} to ${short(own.high / scale)})`,
    short(predictedOf(change, size, Infinity) / predictedOf(`base, ${size}`, size, Infinity)),
    short(predictedOf(change, size, 4) / predictedOf(`base, ${size}`, size, 4)),
  ];
});

const rest = read("rest.ndjson");
const text = `# Thresholds in the wider model, measured

Made by summary.mjs from runs.ndjson, classes.ndjson, rest.ndjson and flip.ndjson; what was predicted before stands in docs/notes/wider-thresholds.md. Medians with distribution-free intervals.

## Adam: the weight decay up to which class +1's feature grows, over the formula at the start's own u

${ofStudy("feature")}

Three classes, every weight trained (classes.mjs; n = 15, p = 1/3):

${ofStudy("classes")}

## Adam: the weight decay up to which some example of class +1 is memorized, over the greatest mean-field value of the start

${ofStudy("noise")}

## AdamW: the weight decay up to which class +1's feature is held (eps = 0.01, no noise)

${ofStudy("fails")}

## q = 1.5: where Adam's feature rests, over u* = (c l p q mu^q/lambda)^2

${table(["mu", "lambda", "starts", "u*", "rest over u*, median", "least and greatest"], [...groupsOf(rest, ({ mu, weightDecay }) => `${mu} ${weightDecay}`).values()].map((lines) => {
  const ratios = lines.flatMap(({ rest, predicted }) => rest.map((u) => u / predicted));
  return [String(lines[0].mu), String(lines[0].weightDecay), String(lines.length), short(lines[0].predicted), spread(ratios), `${short(Math.min(...ratios))} to ${short(Math.max(...ratios))}`];
}))}

## AdamW, b2 = 0.99, b = 4: the n/b from which half of the seeds learn

${table(["change", "s sigmaP", "seeds", "n/b: last that flips to first that learns, median", "K/G over the base's (interval of the change's median)", "predicted, large batches", "predicted, (3) at b = 4"], flipRows)}
`;
writeFileSync(at("summary.md"), text);
