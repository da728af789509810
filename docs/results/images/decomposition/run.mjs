// How the measured signal and noise go with <w, v> and <w, xi>: npm run -s build && node docs/results/images/decomposition/run.mjs
// Writes agreement.csv (a line a kind of run: medians over seeds) and over-training.svg beside it; a few minutes.
// With the argument discriminants it writes discriminants.csv instead: the same of Fisher's directions, for Adam and SGD.
import { writeFileSync } from "node:fs";
import { decompose } from "../../../../dist/src/index.js";

const signalBy = process.argv[2] ?? "means";
const SEEDS = [1, 2, 3, 4, 5];
const SMALL = { d: 500, s: 100, sigmaP: 0.1, alpha: 0.2, m: 5, q: 3, sigma0: 0.02 };
/** |zeta| = sigmaP sqrt(s) = 1 in each but the last two. */
const SETTINGS = {
  "n = 10": { ...SMALL, n: 10 },
  "n = 40": { ...SMALL, n: 40 },
  "n = 160": { ...SMALL, n: 160 },
  "n = 40, disjoint": { ...SMALL, n: 40, d: 4100, supports: "disjoint" },
  "n = 40, noise x 3": { ...SMALL, n: 40, sigmaP: 0.3 },
  "n = 40, feature noise 0.6": { ...SMALL, n: 40, alpha: 0.6 },
};
const ALL = {
  sgd: { name: "sgd", lr: 0.1 },
  signsgd: { name: "signsgd", lr: 0.001 },
  adam: { name: "adam", lr: 0.001 },
  adamw: { name: "adamw", lr: 0.001, weightDecay: 0.01 },
};
const OPTIMIZERS = signalBy === "means" ? ALL : { sgd: ALL.sgd, adam: ALL.adam };

const median = (values) => {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length === 0 ? null : sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const shown = (value) => (value === null ? "" : Number(value.toPrecision(4)));

const lines = [
  "setting,optimizer,batch,means of,cosine with v,correlation of signal,its least,correlation of noise,its least,signal / <w v>,noise / <w xi>,wrong signs",
];
const curves = {};
for (const [where, setting] of Object.entries(SETTINGS)) {
  for (const [name, optimizer] of Object.entries(OPTIMIZERS)) {
    for (const batchSize of [2, setting.n]) {
      // As many steps, about, and enough of them to fit.
      const epochs = batchSize === 2 ? Math.ceil(2400 / setting.n) : 200;
      for (const meansOf of ["heldOut", "training"]) {
        const runs = [];
        for (const seed of SEEDS) {
          const run = { setting, optimizer, batchSize, epochs, seed, testSize: 200, recordEvery: Math.ceil(epochs / 60) };
          runs.push(await decompose(run, { meansOf, signalBy }));
        }
        if (where === "n = 40" && name === "adam") curves[`b = ${batchSize}, ${meansOf}`] = runs[0].history;
        const ends = runs.flatMap(({ final }) => [0, 1].map((c) => [final.measured[c], final, ["+1", "-1"][c]]));
        const signal = runs.flatMap(({ agreement }) => agreement.signal);
        const noise = runs.flatMap(({ agreement }) => agreement.noise);
        const least = (values) => Math.min(...values.filter((value) => value !== null));
        lines.push(
          [
            ...[where.replaceAll(",", ";"), name, batchSize === 2 ? "2" : "n", meansOf],
            ...[median(runs.map(({ directions }) => directions.alongFeature)), median(signal), least(signal)].map(shown),
            ...[median(noise), least(noise)].map(shown),
            shown(median(ends.map(([one, { featureLearning }, j]) => one.signal / featureLearning[j]))),
            shown(median(ends.map(([one, { noiseMemorization }, j]) => one.noise / noiseMemorization[j]))),
            `${ends.filter(([one, { featureLearning }, j]) => one.signal > 0 !== featureLearning[j] > 0).length} of ${ends.length}`,
          ].join(","),
        );
        process.stderr.write(`${lines.at(-1)}\n`);
      }
    }
  }
}
const beside = (name) => new URL(name, import.meta.url);
writeFileSync(beside(signalBy === "means" ? "agreement.csv" : "discriminants.csv"), `${lines.join("\n")}\n`);
if (signalBy !== "means") process.exit();

/** Class -1 of Adam at n = 40, seed 1: what is measured (lines) and the true coefficients (dots), small batches beside the full one. */
const [W, H, PAD] = [320, 220, 44];
const PANELS = Object.entries(curves);
const panel = ([title, history], index) => {
  const [left, top] = [(index % 2) * (W + PAD) + PAD, Math.floor(index / 2) * (H + 2 * PAD) + PAD];
  const of = [
    ["#0072b2", ({ measured }) => measured[1].signal, ({ featureLearning }) => featureLearning["-1"]],
    ["#d55e00", ({ measured }) => measured[1].noise, ({ noiseMemorization }) => noiseMemorization["-1"]],
  ];
  const values = of.flatMap(([, a, b]) => history.flatMap((one) => [a(one), b(one)]));
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const last = history.at(-1).epoch;
  const x = (epoch) => (left + (W * epoch) / last).toFixed(1);
  const y = (value) => (top + H - (H * (value - low)) / (high - low)).toFixed(1);
  const drawn = of.flatMap(([colour, measured, truth]) => [
    `<polyline fill="none" stroke="${colour}" stroke-width="1.6" points="${history.map((one) => `${x(one.epoch)},${y(measured(one))}`).join(" ")}"/>`,
    ...history.filter((_, k) => k % 3 === 0).map((one) => `<circle cx="${x(one.epoch)}" cy="${y(truth(one))}" r="2.2" fill="${colour}"/>`),
  ]);
  return [
    `<text x="${left}" y="${top - 10}">${title}</text>`,
    `<rect x="${left}" y="${top}" width="${W}" height="${H}" fill="none" stroke="#999"/>`,
    `<line x1="${left}" x2="${left + W}" y1="${y(0)}" y2="${y(0)}" stroke="#ccc"/>`,
    `<text x="${left - 4}" y="${top + 4}" text-anchor="end">${shown(high)}</text><text x="${left - 4}" y="${y(0)}" text-anchor="end">0</text>`,
    `<text x="${left + W}" y="${top + H + 14}" text-anchor="end">epoch ${last}</text>`,
    ...drawn,
  ].join("\n");
};
const [width, height] = [2 * (W + PAD) + PAD, 2 * (H + 2 * PAD) + PAD];
const key = `<text x="${PAD}" y="${height - 12}">lines: measured; dots: true. <tspan fill="#0072b2">signal, &lt;w, -v&gt;</tspan>; <tspan fill="#d55e00">noise, max &lt;w, xi&gt;</tspan>. Adam, n = 40, class -1, seed 1.</text>`;
const svg = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
  `<rect width="${width}" height="${height}" fill="white"/>`,
  ...PANELS.map(panel),
  key,
  "</svg>",
];
writeFileSync(beside("over-training.svg"), `${svg.join("\n")}\n`);
