// Sums up runs.ndjson:  node docs/results/flip/summary.mjs > docs/results/flip/summary.md
import { readFileSync } from "node:fs";
import { clopperPearson } from "../../../dist/src/bounds/clopperPearson.js";
import { flipBoundary } from "../../../dist/src/bounds/flipBoundary.js";

const rows = readFileSync(new URL("runs.ndjson", import.meta.url), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const seeds = [...new Set(rows.map(({ seed }) => seed))].sort();
/** The one number of the simple law is fitted on these. */
const FITTED = seeds.slice(0, 2);
const TOP = 217;

const betasOf = (level) => (level === "sign" ? undefined : [0.9, Number(level.split("=")[1])]);
const raceOf = ({ level, alpha, q, size, b }) => ({ alpha, q, noise: Math.sqrt(2 / Math.PI) * size, batchSize: b, betas: betasOf(level) });
/** From which n/b a seed learns: between the last that flips and the first that learns; 1 where even the full batch does, Infinity beyond the grid. */
const boundaryOf = ({ flips, learns }) => (learns === null ? Infinity : flips === null ? 1 : Math.sqrt(flips * learns));
const quantile = (values, p) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return high === Infinity ? (low === Infinity ? Infinity : low) : low + (at - Math.floor(at)) * (high - low);
};
const digits = (x) => (x === Infinity ? `> ${TOP}` : x.toPrecision(3));

const LAWS = {
  "K = c_b G |zeta|_1, f = 1/2": (point) => flipBoundary(raceOf(point)),
  "large batches, (2), f = 1/2": (point) => flipBoundary({ ...raceOf(point), batchSize: Infinity }),
};
/** (alpha f)^(1/(q-1)) G |zeta|_1: (2) at an alpha so small that its second term is nothing, and the noise put right. */
const sketch = (share) => (point) => {
  const race = raceOf(point);
  const small = 1e-12;
  const noise = race.noise * (race.alpha / small) ** (1 / (race.q - 1));
  return flipBoundary({ ...race, alpha: small, noise, batchSize: Infinity, share });
};

const points = [];
for (const row of rows) {
  const same = points.find(({ level, alpha, q, m, size, b }) => level === row.level && alpha === row.alpha && q === row.q && m === row.m && size === row.size && b === row.b);
  if (same) same.rows.push(row);
  else points.push({ ...row, rows: [row] });
}
const medianOf = (point, of = seeds) => quantile(point.rows.filter(({ seed }) => of.includes(seed)).map(boundaryOf), 0.5);
/** The boundary can be told from neither side where it is off the grid. */
const onGrid = (x) => x > 1 && x < Infinity;

/** The factor f such that a share p of the ratios lies in [1/f, f]. */
const factor = (ratios, p) => Math.exp(quantile(ratios.map((x) => Math.abs(Math.log(x))), p));
function line(title, law, chosen, of = seeds) {
  const usable = chosen.filter((point) => onGrid(medianOf(point, of)));
  const ratios = usable.map((point) => medianOf(point, of) / Math.max(1, law(point)));
  const single = usable.flatMap((point) => point.rows.filter(({ seed }) => of.includes(seed)).map(boundaryOf).filter(onGrid).map((x) => x / Math.max(1, law(point))));
  if (ratios.length === 0) return;
  const within = ratios.filter((x) => Math.abs(Math.log(x)) <= Math.log(1.5)).length;
  const { low, high } = clopperPearson(within, ratios.length);
  console.log(
    `| ${title} | ${ratios.length} | ${quantile(ratios, 0.5).toFixed(2)} | ${factor(ratios, 0.5).toFixed(2)} | ${factor(ratios, 0.9).toFixed(2)} | ${factor(ratios, 1).toFixed(2)} | ${within} (${low.toFixed(2)} to ${high.toFixed(2)}) | ${factor(single, 0.9).toFixed(2)} (${single.length}) |`,
  );
}

const usual = points.filter(({ alpha }) => alpha <= 0.2);
const large = points.filter(({ alpha }) => alpha > 0.2);
// One number: f such that the median ratio on the fitted seeds is 1; ratios fall as f grows.
let [low, high] = [0.001, 0.999];
for (let k = 0; k < 40; k++) {
  const share = (low + high) / 2;
  const ratios = usual.map((point) => medianOf(point, FITTED) / Math.max(1, sketch(share)(point))).filter(onGrid);
  if (quantile(ratios, 0.5) > 1) low = share;
  else high = share;
}
const share = (low + high) / 2;
const scale = quantile(usual.map((point) => medianOf(point, FITTED) / Math.max(1, LAWS["K = c_b G |zeta|_1, f = 1/2"](point))).filter(onGrid), 0.5);
const others = seeds.filter((seed) => !FITTED.includes(seed));

const runs = rows.reduce((sum, { tried }) => sum + tried.length, 0);
console.log(`${rows.length} searches, ${runs} runs, seeds ${seeds.join(", ")}; engines ${[...new Set(rows.map(({ engine }) => `${engine.name} ${engine.version}`))].join(", ")}.`);
console.log(`"Learns": test error at most 0.05 when eta T = 1. Boundary of a seed: between neighbours of a grid of n/b a factor 1.25 apart (whole numbers below 8); of a point: the median over its seeds.`);
console.log(`Points whose boundary is 1 or less, or beyond the grid (${TOP}), are listed and not counted.\n`);
console.log("## Measured over predicted\n");
console.log("| law, points | points | median | factor 50% | factor 90% | largest | within 1.5 (95% interval) | factor 90% of single seeds (count) |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
const [law] = Object.values(LAWS);
for (const [title, one] of Object.entries(LAWS)) line(`${title}; alpha <= 0.2`, one, usual);
line("(alpha f)^(1/(q-1)) G |zeta|_1, f = 1/2; alpha <= 0.2", sketch(0.5), usual);
line(`the same, f = ${share.toFixed(2)} fitted on seeds ${FITTED.join(", ")}; the other seeds`, sketch(share), usual, others);
line("the first law, the other seeds", law, usual, others);
line(`the first law times ${scale.toFixed(2)}, its median on seeds ${FITTED.join(", ")}; the other seeds`, (point) => scale * law(point), usual, others);
line("the first law; alpha = 0.8", law, large);
for (const level of ["sign", "b2=0.9", "b2=0.99", "b2=0.999", "Adam b2=0.99"]) line(`the first law; ${level}, alpha <= 0.2`, law, usual.filter((point) => point.level === level));
for (const [letter, values] of [["alpha", [0.0125, 0.05, 0.2]], ["q", [3, 4, 5]], ["m", [5, 10, 20, 40]], ["size", [8, 16, 32]], ["b", [2, 4, 16, 64]]])
  for (const value of values) line(`the first law; ${letter === "size" ? "s sigmaP" : letter} = ${value}, alpha <= 0.2`, law, usual.filter((point) => point[letter] === value));
console.log("\n## Every point\n");
console.log("| | alpha | q | m | s sigmaP | b | seeds | n/b: median (least to largest) | predicted | ratio | ratio to the sketch, f = 1/2 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
for (const point of points) {
  const values = point.rows.map(boundaryOf);
  const [middle, predicted] = [medianOf(point), law(point)];
  const ratio = (to) => (onGrid(middle) ? (middle / Math.max(1, to)).toFixed(2) : "");
  console.log(
    `| ${[point.level === "sign" ? "signs" : point.level.startsWith("Adam") ? "Adam, b2 = 0.99" : `AdamW, b2 = ${point.level.slice(3)}`, point.alpha, point.q, point.m, point.size, point.b, values.length, `${middle === 1 ? "1 or less" : digits(middle)} (${digits(Math.min(...values))} to ${digits(Math.max(...values))})`, digits(predicted), ratio(predicted), ratio(sketch(0.5)(point))].join(" | ")} |`,
  );
}
