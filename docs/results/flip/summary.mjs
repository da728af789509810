// Sums up runs.ndjson:  node docs/results/flip/summary.mjs > docs/results/flip/summary.md
import { clopperPearson } from "../../../dist/src/statistics/clopperPearson.js";
import { medianInterval } from "../../../dist/src/statistics/medianInterval.js";
import { movement } from "../../../dist/src/bounds/hypotheses/movement.js";
import { flipBoundary } from "../../../dist/src/bounds/thresholds/feature/flipBoundary.js";
import { linesOf } from "../lines.mjs";

const read = (name) => linesOf(new URL(name, import.meta.url));
/** Sizes of steps, start, batch and horizon were settled on trial searches of this seed: it is in runs.ndjson, and counted nowhere. */
const TRIED = 1001;
const rows = read("runs.ndjson").filter(({ seed }) => seed !== TRIED);
const seeds = [...new Set(rows.map(({ seed }) => seed))].sort();
/** The one number of the simple law is fitted on these. */
const FITTED = seeds.slice(0, 2);
const TOP = 217;

const betasOf = (level) => (level === "sign" ? undefined : [0.9, Number(level.split("=")[1])]);
const titleOf = (level) => (level === "sign" ? "signs" : `${level.startsWith("Adam") ? "Adam" : "AdamW"}, b2 = ${level.split("=")[1]}`);
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

/** Each takes a point and a factor on |zeta|_1, which is one on the law's constant. */
const LAWS = {
  "(3): K = c_b G |zeta|_1": (point, times = 1) => flipBoundary({ ...raceOf(point), noise: raceOf(point).noise * times }),
  "(2): large batches": (point, times = 1) => flipBoundary({ ...raceOf(point), noise: raceOf(point).noise * times, batchSize: Infinity }),
  // (2) at an alpha so small that its second term is nothing, and the noise put right.
  "(1'): K = (alpha f)^(1/(q-1)) G |zeta|_1": (point, times = 1) => {
    const race = raceOf(point);
    const small = 1e-12;
    return flipBoundary({ ...race, alpha: small, noise: race.noise * times * (race.alpha / small) ** (1 / (race.q - 1)), batchSize: Infinity });
  },
};

const [law, , sketch] = Object.values(LAWS);

function pointsOf(rows) {
  const points = [];
  for (const row of rows) {
    const same = points.find(({ level, alpha, q, m, size, b }) => level === row.level && alpha === row.alpha && q === row.q && m === row.m && size === row.size && b === row.b);
    if (same) same.rows.push(row);
    else points.push({ ...row, rows: [row] });
  }
  return points;
}
const points = pointsOf(rows);
const medianOf = (point, of) => quantile(point.rows.filter(({ seed }) => of === undefined || of.includes(seed)).map(boundaryOf), 0.5);
/** The boundary can be told from neither side where it is off the grid. */
const onGrid = (x) => x > 1 && x < Infinity;

/** The factor f such that a share p of the ratios lies in [1/f, f]. */
const factor = (ratios, p) => Math.exp(quantile(ratios.map((x) => Math.abs(Math.log(x))), p));
function line(title, law, chosen, of) {
  const usable = chosen.filter((point) => onGrid(medianOf(point, of)));
  const ratios = usable.map((point) => medianOf(point, of) / Math.max(1, law(point)));
  const single = usable.flatMap((point) => point.rows.filter(({ seed }) => of === undefined || of.includes(seed)).map(boundaryOf).filter(onGrid).map((x) => x / Math.max(1, law(point))));
  if (ratios.length === 0) return;
  const within = ratios.filter((x) => Math.abs(Math.log(x)) <= Math.log(1.5)).length;
  const { low, high } = clopperPearson(within, ratios.length);
  console.log(
    `| ${title} | ${ratios.length} | ${quantile(ratios, 0.5).toFixed(2)} | ${factor(ratios, 0.5).toFixed(2)} | ${factor(ratios, 0.9).toFixed(2)} | ${factor(ratios, 1).toFixed(2)} | ${within} (${low.toFixed(2)} to ${high.toFixed(2)}) | ${factor(single, 0.9).toFixed(2)} (${single.length}) |`,
  );
}

const usual = points.filter(({ alpha }) => alpha <= 0.2);
const large = points.filter(({ alpha }) => alpha > 0.2);
/** One number for all points: the factor on the constant at which the median ratio on the fitted seeds is 1; ratios fall as it grows. */
function fitted(law) {
  const seen = usual.filter((point) => onGrid(medianOf(point, FITTED)));
  let [low, high] = [0.1, 10];
  for (let k = 0; k < 40; k++) {
    const times = Math.sqrt(low * high);
    if (quantile(seen.map((point) => medianOf(point, FITTED) / law(point, times)), 0.5) > 1) low = times;
    else high = times;
  }
  return Math.sqrt(low * high);
}
const others = seeds.filter((seed) => !FITTED.includes(seed));

const countRuns = (rows) => rows.reduce((sum, { tried }) => sum + tried.length, 0);
console.log(`${rows.length} searches, ${countRuns(rows)} runs, seeds ${seeds.join(", ")} (${TRIED}, on which the design was tried, is left out); engines ${[...new Set(rows.map(({ engine }) => `${engine.name} ${engine.version}`))].join(", ")}.`);
console.log(`"Learns": test error at most 0.05 when eta T = 1. Boundary of a seed: between neighbours of a grid of n/b a factor 1.25 apart (whole numbers below 8); of a point: the median over its seeds.`);
console.log(`Points whose boundary is 1 or less, or beyond the grid (${TOP}), are listed and not counted.\n`);
console.log("## Measured over predicted\n");
const HEAD = "| law, points | points | median | factor 50% | factor 90% | largest | within 1.5 (95% interval) | factor 90% of single seeds (count) |\n| --- | --- | --- | --- | --- | --- | --- | --- |";
console.log("Points with alpha at most 0.2 unless said.\n");
console.log(HEAD);
for (const [title, one] of Object.entries(LAWS)) line(`${title}, f = 1/2`, one, usual);
for (const [title, one] of Object.entries(LAWS)) {
  const times = fitted(one);
  line(`${title}, f = 1/2, constant times ${times.toFixed(2)}, fitted on seeds ${FITTED.join(", ")}; the other seeds`, (point) => one(point, times), usual, others);
}
for (const [title, one] of Object.entries(LAWS)) line(`${title}, f = 1/2; alpha = 0.8`, one, large);
console.log("\nPoints of (3), f = 1/2, alpha at most 0.2, by letter:\n");
console.log(HEAD);
for (const level of ["sign", "b2=0.9", "b2=0.99", "b2=0.999", "Adam b2=0.99"]) line(`${level}`, law, usual.filter((point) => point.level === level));
for (const [letter, values] of [["alpha", [0.0125, 0.05, 0.2]], ["q", [3, 4, 5]], ["m", [5, 10, 20, 40]], ["size", [8, 16, 32]], ["b", [2, 4, 16, 64]]])
  for (const value of values) line(`${letter === "size" ? "s sigmaP" : letter} = ${value}`, law, usual.filter((point) => point[letter] === value));
/** K/G(K) at any K, between whole numbers on a line of G. */
function noisePerEpoch(level, K) {
  const betas = betasOf(level);
  if (!betas) return K;
  const [below, above] = [movement(...betas, Math.floor(K)), movement(...betas, Math.floor(K) + 1)];
  return K / (below + (K - Math.floor(K)) * (above - below));
}
const slope = (pairs) => {
  const mean = (of) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [x, y] = [mean(([a]) => Math.log(a)), mean(([, b]) => Math.log(b))];
  return mean(([a, b]) => (Math.log(a) - x) * (Math.log(b) - y)) / mean(([a]) => (Math.log(a) - x) ** 2);
};
console.log("\n## Exponents of K/G(K)\n");
console.log("Slopes of single seeds whose boundaries are all on the grid: median and 95% interval. A seed with a boundary of 1 or less, or beyond the grid, is left out: over alpha or s sigmaP the first leaves out steep slopes, the second flat ones.");
console.log("Boundaries are known to a step of the grid: a factor 1.25, but 2, 1.5 and 1.33 from 1, 2 and 3. The law's own slope over the same points differs from 1/(q-1) where b does.\n");
console.log("| | over | q | values | b | seeds | measured | the law's | large batches: 1/(q-1), 1 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
function slopes(title, level, over, chosen, simple) {
  if (chosen.some((point) => point === undefined)) return;
  const found = seeds.flatMap((seed) => {
    const pairs = chosen.map((point) => [point[over], boundaryOf(point.rows.find((row) => row.seed === seed) ?? { learns: null })]);
    return pairs.every(([, K]) => onGrid(K)) ? [slope(pairs.map(([value, K]) => [value, noisePerEpoch(level, K)]))] : [];
  });
  if (found.length === 0) return;
  const { low, high } = medianInterval(found, found);
  const own = slope(chosen.map((point) => [point[over], noisePerEpoch(level, law(point))]));
  const batches = [...new Set(chosen.map(({ b }) => b))].length === 1 ? chosen[0].b : chosen.map(({ b }) => b).join(", ");
  console.log(`| ${title} | ${batches} | ${found.length} of ${seeds.length} | ${quantile(found, 0.5).toFixed(2)}, ${low.toFixed(2)} to ${high.toFixed(2)} | ${own.toFixed(2)} | ${simple.toFixed(2)} |`);
}
/** Batch sizes of the base point that are there for their own sake. */
const EXTRA_BATCHES = { sign: [4, 64], "b2=0.99": [2, 16] };
function exponent(level, over, q, values, fixed = {}) {
  const chosen = values.map((value) =>
    points.find((point) => point.level === level && Object.entries({ q, m: 10, size: 16, alpha: 0.2, ...fixed, [over]: value }).every(([letter, at]) => point[letter] === at) && (over === "b" || !EXTRA_BATCHES[level]?.includes(point.b) || point.alpha !== 0.2)),
  );
  const simple = over === "alpha" ? 1 / (q - 1) : over === "size" ? 1 : 0;
  slopes(`${level} | ${over === "size" ? "s sigmaP" : over} | ${q} | ${values.join(", ")}`, level, over, chosen, simple);
}
for (const level of ["sign", "b2=0.9", "b2=0.99", "b2=0.999"]) {
  for (const q of [3, 4, 5]) for (const values of [[0.0125, 0.05, 0.2], [0.05, 0.2]]) exponent(level, "alpha", q, values);
  exponent(level, "size", 3, [8, 16, 32]);
  exponent(level, "m", 3, [10, 20, 40]);
}
/** The same over alpha with one b: the base point at b = 16. */
slopes("b2=0.99 | alpha | 3 | 0.0125, 0.05, 0.2", "b2=0.99", "alpha", [0.0125, 0.05, 0.2].map((alpha) => points.find((point) => point.level === "b2=0.99" && point.q === 3 && point.m === 10 && point.size === 16 && point.alpha === alpha && point.b === 16)), 0.5);
/** alpha = 1.6 sigmaP = 1.6/(s sigmaP). */
for (const [level, b] of [["sign", 16], ["b2=0.99", 4]]) {
  const chosen = [8, 16, 32, 64].map((size) => points.find((point) => point.level === level && point.q === 3 && point.m === 10 && point.size === size && point.alpha === 1.6 / size && point.b === b));
  slopes(`${level} | s sigmaP, alpha = 1.6 sigmaP | 3 | 8, 16, 32, 64`, level, "size", chosen, 0.5);
}
exponent("sign", "b", 3, [4, 16, 64]);
exponent("b2=0.99", "b", 3, [2, 4, 16]);
const cellsOf = (point) => {
  const values = point.rows.map(boundaryOf);
  const middle = medianOf(point);
  return [titleOf(point.level), point.alpha, point.q, point.m, point.size, point.b, values.length, `${middle === 1 ? "1 or less" : digits(middle)} (${digits(Math.min(...values))} to ${digits(Math.max(...values))})`];
};
console.log("\n## Every point\n");
console.log("| | alpha | q | m | s sigmaP | b | seeds | n/b: median (least to largest) | predicted | ratio | ratio to (1'), f = 1/2 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
const ratioOf = (point, to) => (onGrid(medianOf(point)) ? (medianOf(point) / Math.max(1, to)).toFixed(2) : "");
for (const point of points) console.log(`| ${[...cellsOf(point), digits(law(point)), ratioOf(point, law(point)), ratioOf(point, sketch(point))].join(" | ")} |`);

const starts = read("start.ndjson");
console.log(`\n## From a smaller start: sigma0 = 0.01 instead of 0.04, eta a quarter; seeds ${[...new Set(starts.map(({ seed }) => seed))].join(", ")}\n`);
console.log("| | alpha | s sigmaP | b | sigma0 = 0.04: median (least to largest), seeds | sigma0 = 0.01 | (3), sigma0 to 0 |\n| --- | --- | --- | --- | --- | --- | --- |");
const told = (rows) => {
  const values = rows.map(boundaryOf);
  return `${digits(quantile(values, 0.5))} (${digits(Math.min(...values))} to ${digits(Math.max(...values))}), ${values.length}`;
};
for (const { level, alpha, q, m, size, b } of starts.filter(({ seed }) => seed === starts[0].seed)) {
  const same = (row) => row.level === level && row.alpha === alpha && row.q === q && row.m === m && row.size === size && row.b === b;
  console.log(`| ${[titleOf(level), alpha, size, b, told(rows.filter(same)), told(starts.filter(same)), digits(law({ level, alpha, q, m, size, b }))].join(" | ")} |`);
}

const fresh = read("more.ndjson");
const times = { full: fitted(law), sketch: fitted(sketch) };
const freshPoints = pointsOf(fresh);
console.log(`\n## A fourth b2 and more of Adam: ${fresh.length} searches, ${countRuns(fresh)} runs, seeds ${[...new Set(fresh.map(({ seed }) => seed))].join(", ")}\n`);
console.log(`The constants ${times.full.toFixed(2)} and ${times.sketch.toFixed(2)} are those above, fitted on seeds ${FITTED.join(", ")} of other points.\n`);
console.log(`| | alpha | q | m | s sigmaP | b | seeds | n/b: median (least to largest) | (3) | ratio | ratio to ${times.full.toFixed(2)} (3) | ratio to ${times.sketch.toFixed(2)} (1') |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |`);
for (const point of freshPoints)
  console.log(`| ${[...cellsOf(point), digits(law(point)), ratioOf(point, law(point)), ratioOf(point, law(point, times.full)), ratioOf(point, sketch(point, times.sketch))].join(" | ")} |`);
console.log(`\n${HEAD}`);
line("(3), all of these", law, freshPoints);
line(`(3), constant times ${times.full.toFixed(2)}`, (point) => law(point, times.full), freshPoints);
line(`(1'), constant times ${times.sketch.toFixed(2)}`, (point) => sketch(point, times.sketch), freshPoints);
