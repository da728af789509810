import { describe, expect, test } from "vitest";
import { InputError } from "../../src/setting/inputError.ts";
import { parseRun } from "../../src/sim/run.ts";

const tiny = { n: 6, d: 12, s: 3, sigmaP: 0.5, alpha: 0.3, m: 2, q: 3, sigma0: 0.3, labels: "balanced" };
const sgd = { name: "sgd", lr: 0.1 };
const base = { setting: tiny, optimizer: sgd, batchSize: 2, epochs: 3 };
const adam = (more: object) => ({ ...base, optimizer: { name: "adam", lr: 0.1, ...more } });
const setting = (more: object) => ({ ...base, setting: { ...tiny, ...more } });
const filled = (count: number, value: unknown) => new Array<unknown>(count).fill(value);
const patch = filled(12, 0.5);
const good = { labels: filled(6, 1), noisePatches: filled(6, patch), weights: filled(2, filled(2, patch)) };
const start = (more: object) => ({ ...base, start: { ...good, ...more } });
const batches = (list: unknown) => ({ ...base, batches: list });

const linear = (more: object) => ({ ...setting(more), network: "linear" });
const spelled = (more: object) => ({ ...setting(more), start: good });

type Row = [field: string, rule: string, value: string, input: unknown];
const SIZES = ["n", "d", "s", "m"].flatMap((key): Row[] =>
  [0, -1, 1.5, NaN, Infinity, "6", null, 2 ** 53].map((value) => [
    `setting.${key}`,
    "integer",
    shown(value),
    setting({ [key]: value }),
  ]),
);
const COUNTS = ["batchSize", "epochs", "testSize", "recordEvery"].flatMap((key): Row[] =>
  [0, -2, 0.5, NaN, Infinity, "1"].map((value) => [key, "positive integer", shown(value), { ...base, [key]: value }]),
);
const REALS = ["sigmaP", "alpha", "sigma0"].flatMap((key): Row[] =>
  [-0.5, NaN, Infinity, -Infinity, "1"].map((value) => [
    `setting.${key}`,
    "finite number >= 0",
    shown(value),
    setting({ [key]: value }),
  ]),
);
const RATES = [0, -1, NaN, Infinity, "1"].map(
  (lr): Row => ["optimizer.lr", "finite number > 0", shown(lr), adam({ lr })],
);
const DECAYS = [-1, NaN, Infinity].flatMap((value): Row[] => [
  ["optimizer.weightDecay", "finite number >= 0", shown(value), adam({ weightDecay: value })],
  ["optimizer.eps", "finite number >= 0", shown(value), adam({ eps: value })],
]);
const BETAS = [-0.1, 1, 1.5, NaN, "0.9"].flatMap((value): Row[] => [
  ["optimizer.betas[0]", "[0, 1)", shown(value), adam({ betas: [value, 0.999] })],
  ["optimizer.betas[1]", "[0, 1)", shown(value), adam({ betas: [0.9, value] })],
]);

function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

const ROWS: Row[] = [
  ...SIZES,
  ...COUNTS,
  ...REALS,
  ...RATES,
  ...DECAYS,
  ...BETAS,
  ["setting.d", "integer >= 2", "1", setting({ d: 1 })],
  ["setting.s", "at most d - 1 = 11", "12", setting({ s: 12 })],
  ["setting.q", "number from 1 to 1000", "0.5", setting({ q: 0.5 })],
  ["setting.q", "number from 1 to 1000", "1001", setting({ q: 1001 })],
  ["setting.mu", "finite number >= 0", "-1", setting({ mu: -1 })],
  ["setting.patches", "integer from 1 to 1000", "0", setting({ patches: 0 })],
  ["setting.featureSupport", "below d = 12", "12", setting({ featureSupport: 12 })],
  ["setting.s", "at most d - 10 = 2", "3", setting({ featureSupport: 10 })],
  ["setting.s", "at most (d - 1)/(n (patches - 1)) = 0", "3", setting({ patches: 4, supports: "disjoint" })],
  ["setting.noise", '"laplace"', '"cauchy"', setting({ noise: "cauchy" })],
  ["setting.flip", "number in [0, 0.5)", "0.5", setting({ flip: 0.5 })],
  ["setting.balance", "number in [0, 1)", "1", setting({ balance: 1 })],
  ["setting.activation", '"leakyRelu"', '"gelu"', setting({ activation: "gelu" })],
  ["setting.leak", 'absent unless activation is "leakyRelu"', "0.1", setting({ leak: 0.1 })],
  ["setting.knee", 'absent unless activation is "smoothedRelu"', "1", setting({ activation: "leakyRelu", knee: 1 })],
  ["setting.outputScale", '"1/m"', "2", setting({ outputScale: 2 })],
  ["setting.biases", "true or false", "1", setting({ biases: 1 })],
  ["setting.secondLayer", '"trained"', '"free"', setting({ secondLayer: "free" })],
  ["loss", '"hinge"', '"ramp"', { ...base, loss: "ramp" }],
  ["labelSmoothing", "number in [0, 1)", "1", { ...base, labelSmoothing: 1 }],
  ["setting.activation", 'absent where network is "linear"', '"oddPower"', linear({ activation: "oddPower" })],
  ["setting.biases", "absent where start is given", "true", spelled({ biases: true })],
  ["setting.patches", "at most 2 where start is given", "3", spelled({ patches: 3, s: 1 })],
  ["setting.labels", '"balanced"', '"fair"', setting({ labels: "fair" })],
  ["setting.supports", '"disjoint"', '"apart"', setting({ supports: "apart" })],
  ["setting.s", '(d - 1)/n = 1 where supports is "disjoint"', "3", setting({ supports: "disjoint" })],
  ["setting.s", "(d - 1)/n = 0", "1", setting({ supports: "disjoint", s: 1, n: 12 })],
  ["setting", "2 GiB", "GiB", setting({ d: 2 ** 40 })],
  ["setting", "an object", "3", { ...base, setting: 3 }],
  ["setting", "given", "missing", { ...base, setting: undefined }],
  ["setting", "absent", "both", { ...base, preset: "tiny" }],
  ["preset", '"paper"', '"huge"', { ...base, setting: undefined, preset: "huge" }],
  ["network", '"linear"', '"mlp"', { ...base, network: "mlp" }],
  ["seed", "integer >= 0", "-1", { ...base, seed: -1 }],
  ["seed", "integer >= 0", "0.5", { ...base, seed: 0.5 }],
  ["batchSize", "at most n = 6", "7", { ...base, batchSize: 7 }],
  ["batchSize", "given", "missing", { ...base, batchSize: undefined }],
  ["epochs", "given", "missing", { ...base, epochs: undefined }],
  ["recordEvery", "at least epochs/1000000", "1", { ...base, epochs: 1e9, recordEvery: 1 }],
  ["optimizer", "an object", "missing", { ...base, optimizer: undefined }],
  ["optimizer.name", '"signsgdw"', '"nobody"', { ...base, optimizer: { name: "nobody", lr: 0.1 } }],
  ["optimizer.convention", '"pytorch"', '"torch"', adam({ convention: "torch" })],
  ["optimizer.betas", "two numbers", "[0.9]", adam({ betas: [0.9] })],
  ["optimizer.betas", "two numbers", "[0.9,0.99,0.999]", adam({ betas: [0.9, 0.99, 0.999] })],
  ["optimizer.betas", "two numbers", "0.9", adam({ betas: 0.9 })],
  ["optimizer.eps", "a known key of optimizer", "1", { ...base, optimizer: { ...sgd, eps: 1 } }],
  ["epoch", "a known key of a run", "3", { ...base, epoch: 3 }],
  ["setting.sigma", "a known key of setting", "1", setting({ sigma: 1 })],
  ["start.noise", "a known key of start", "[]", start({ noise: [] })],
  ["start.labels", "n = 6 labels", "5", start({ labels: filled(5, 1) })],
  ["start.labels[0]", "1 or -1", "0", start({ labels: filled(6, 0) })],
  ["start.labels[0]", "1 or -1", '"1"', start({ labels: filled(6, "1") })],
  ["start.labels", "n labels", "missing", start({ labels: undefined })],
  ["start.noisePatches", "n = 6 patches", "7", start({ noisePatches: filled(7, patch) })],
  ["start.noisePatches[0]", "d = 12 numbers", "11", start({ noisePatches: filled(6, filled(11, 1)) })],
  ["start.noisePatches[0]", "d = 12 numbers", "5", start({ noisePatches: filled(6, 5) })],
  ["start.noisePatches[0][0]", "finite number", "NaN", start({ noisePatches: filled(6, filled(12, NaN)) })],
  ["start.weights", "2 lists of neurons", "1", start({ weights: filled(1, filled(2, patch)) })],
  ["start.weights[0]", "m = 2 neurons", "3", start({ weights: filled(2, filled(3, patch)) })],
  ["start.weights[0][0]", "d = 12 numbers", "13", start({ weights: filled(2, filled(2, filled(13, 1))) })],
  [
    "start.weights[0][0][0]",
    "finite number",
    "Infinity",
    start({ weights: filled(2, filled(2, filled(12, Infinity))) }),
  ],
  ["start.weights[0][0][0]", "finite number", "null", start({ weights: filled(2, filled(2, filled(12, null))) })],
  ["batches", "list of batches", "3", batches(3)],
  ["batches", "at least one batch", "[]", batches([])],
  ["batches[1]", "at least one example index", "[]", batches([[0], []])],
  ["batches[0]", "at least one example index", "0", batches([0])],
  ["batches[0][1]", "integer from 0 to n - 1 = 5", "6", batches([[0, 6]])],
  ["batches[0][0]", "integer from 0 to n - 1 = 5", "-1", batches([[-1]])],
  ["batches[0][0]", "integer from 0 to n - 1 = 5", "0.5", batches([[0.5]])],
  ["batches[0][0]", "integer from 0 to n - 1 = 5", "NaN", batches([[NaN]])],
  ["the run", "an object", "null", null],
  ["the run", "an object", "[]", []],
  ["the run", "an object", '"x"', "x"],
];

function messageOf(input: unknown): string {
  try {
    parseRun(input);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("the run was accepted");
}

describe("parseRun rejects, in one sentence with field, rule and value:", () => {
  test("(the valid inputs that the rows change are accepted)", () => {
    for (const valid of [base, adam({ betas: [0, 0], eps: 0 }), start({}), batches([[0, 5]])])
      expect(() => parseRun(valid)).not.toThrow();
  });

  test.each(
    ROWS.map(([field, rule, value, input], k) => [`${field}, ${value} (${k})`, field, rule, value, input] as const),
  )("%s", (_, field, rule, value, input) => {
    const message = messageOf(input);
    expect(message.startsWith(`${field} must`)).toBe(true);
    const [required, received] = message.split(", but ");
    expect(required).toContain(rule);
    expect(received).toContain(value);
    expect(message, "one sentence on one line").not.toMatch(/\n|[.!?]\s+[A-Z]|\.$/);
  });
});
