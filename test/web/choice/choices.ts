import { fc } from "@fast-check/vitest";
import { CONVENTIONS } from "../../../src/optimizers/optimizer.ts";
import { ACTIVATIONS, BASES, FLIP_TIMES, NOISES } from "../../../src/setting/model.ts";
import { NETWORKS } from "../../../src/setting/network.ts";
import { PRESETS } from "../../../src/setting/presets.ts";
import { LABELS, SUPPORTS } from "../../../src/setting/setting.ts";
import { LOSSES } from "../../../src/sim/losses/registry.ts";
import { NAMED } from "../../../src/sim/schedules/named.ts";
import { BESIDE } from "../../../web/choice/beside.ts";
import { type Beyond, USUAL } from "../../../web/choice/beyond.ts";
import { type Choice, CLASSES, DECAYS, optimizerNames, runOf, standardOf, TIMES } from "../../../web/choice/state.ts";

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const or = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(fc.constant(null), value);

const size = fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true });

function trains(choice: Choice): boolean {
  try {
    runOf(choice);
    return true;
  } catch {
    return false;
  }
}

/** Sizes of a preset, or near it. */
function standing(preset: string) {
  const { n, d, m, q } = standardOf(preset);
  const near = (value: number) => fc.integer({ min: value, max: value + 20 });
  return { n: near(n), d: near(d), m: near(m), q: near(q) };
}

/** Mostly drawn; else a few batches of a few of the first examples. */
function batchesOf(n: number): fc.Arbitrary<string> {
  const batch = fc.array(fc.nat(n - 1), { minLength: 1, maxLength: 3 });
  const given = fc.array(batch, { minLength: 1, maxLength: 4 }).map((batches) => JSON.stringify(batches));
  return fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: given });
}

/** Mostly the papers' model; else something beyond it, each part for itself. */
const usually = <Key extends keyof Beyond>(key: Key, ...others: Beyond[Key][]): fc.Arbitrary<Beyond[Key]> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(USUAL[key]) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const beyond = {
  mu: usually("mu", 0.5, 2),
  classes: usually("classes", 3),
  featureSupport: usually("featureSupport", 2, 3),
  features: usually("features", 2),
  frequencyRatio: usually("frequencyRatio", 0.5),
  strengthRatio: usually("strengthRatio", 2),
  xor: usually("xor", "true"),
  basis: usually("basis", ...BASES),
  patches: usually("patches", 1, 3),
  noise: usually("noise", ...NOISES),
  alongFeature: usually("alongFeature", "true"),
  flip: usually("flip", 0.25),
  flipEvery: usually("flipEvery", ...FLIP_TIMES),
  balance: usually("balance", 0.25),
  activation: usually("activation", ...ACTIVATIONS),
  leak: usually("leak", 0.2),
  knee: usually("knee", 0.5),
  outputScale: usually("outputScale", "1/m"),
  biases: usually("biases", "true"),
  secondLayer: usually("secondLayer", "trained"),
  loss: usually("loss", ...LOSSES),
  labelSmoothing: usually("labelSmoothing", 0.1),
  lrSchedule: usually("lrSchedule", ...Object.keys(NAMED)),
  warmup: usually("warmup", 3),
  batchSchedule: usually("batchSchedule", "linear"),
};

/** Choices that can be trained. */
export const choices: fc.Arbitrary<Choice> = fc
  .constantFrom(...Object.keys(PRESETS))
  .chain((preset) =>
    fc.record({
      preset: fc.constant(preset),
      optimizer: fc.constantFrom(...optimizerNames()),
      batchSize: fc.integer({ min: 1, max: PRESETS[preset]?.setting.n ?? 1 }),
      weightDecay: size,
      lr: size.map((value) => value + 5e-324),
      alpha: size,
      sigma0: size,
      s: fc.oneof(fc.constant(standardOf(preset).s), fc.integer({ min: 1, max: PRESETS[preset]?.setting.s ?? 1 })),
      supports: fc.constantFrom(...SUPPORTS),
      epochs: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      seed: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      beside: fc.constantFrom(...BESIDE),
      time: fc.constantFrom(...TIMES),
      shown: fc.constantFrom(...CLASSES),
      ...standing(preset),
      sigmaP: size,
      labels: fc.constantFrom(...LABELS),
      network: fc.constantFrom(...NETWORKS),
      beta1: or(fraction),
      beta2: or(fraction),
      eps: or(size),
      momentum: or(fraction),
      rho: or(size),
      maxNorm: or(size.map((value) => value + 5e-324)),
      convention: fc.constantFrom(...CONVENTIONS),
      testSize: fc.integer({ min: 1, max: 2000 }),
      recordEvery: or(fc.integer({ min: 1, max: 1e6 })),
      decay: fc.constantFrom(...DECAYS),
      memory: fc.string(),
      direction: fc.string(),
      ...beyond,
      start: fc.constant(""),
      batches: batchesOf(PRESETS[preset]?.setting.n ?? 1),
    }),
  )
  .filter(trains);
