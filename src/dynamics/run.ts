import { isImages } from "../setting/imageSource.ts";
import { InputError, show } from "../setting/inputError.ts";
import { isObject } from "../setting/isObject.ts";
import { noisePatchesOf } from "../setting/model.ts";
import { advice } from "../setting/nearest.ts";
import { parseRun, type Run } from "../sim/run.ts";
import { DENSE_MEMORY, type Memory } from "../sim/runRules.ts";
import { mustBeFollowed } from "./mustBeFollowed.ts";
import { EXACT_METHODS, METHOD_NAMES } from "./reduce.ts";

/** A run in coefficients: a run, and the method that carries it out. */
export interface DynamicsRun extends Run {
  /** "auto", or one of METHODS. */
  method: string;
}

/**
 * Of a training on the active coordinates: weights, three more of the kind, and twice those that the test set sees; of every example its
 * coefficients and entries; of every test example its entries and its Gaussian remainder.
 */
const ACTIVE_MEMORY: Memory = {
  needed({ n, d, s, patches, featureSupport: k = 1 }, m, testSize) {
    const each = noisePatchesOf({ patches });
    const active = Math.min(n * each * s + k, d);
    const lanes = 2 * m;
    const seen = Math.min(active, testSize * each * (s + k));
    const weights = (32 * active + 16 * seen + 16 * lanes) * lanes;
    return weights + each * (40 * n * lanes + 28 * testSize * lanes + (n + testSize) * (64 + 60 * (s + k)));
  },
  about:
    "32 bytes a weight on an active coordinate, 16 more where a test example has it, 16 a pair of neurons, 40 a neuron of every example, 28 a neuron of every test example, 60 a noise entry",
  lower: "n, s, m or testSize",
};

/**
 * Of a training by the products of all patches of images: these products, twice (the kernel has its own), and of every patch six numbers a neuron; weights and examples
 * are those of the full training, which judges by them.
 */
const PATCH_MEMORY: Memory = {
  needed(setting, m, testSize) {
    const patches = setting.n * (setting.patches ?? 2);
    return 16 * patches ** 2 + 48 * patches * (setting.classes ?? 2) * m + DENSE_MEMORY.needed(setting, m, testSize);
  },
  about: `16 bytes a pair of training patches, 48 a neuron of every one, ${DENSE_MEMORY.about}`,
  lower: "n, m or testSize, or raise setting.data.stride, or train with simulate",
};

/** What a way of training needs, and what it needs where data are images. */
interface Needs {
  readonly drawn: Memory;
  readonly images: Memory;
}

const DYNAMICS: Needs = { drawn: ACTIVE_MEMORY, images: PATCH_MEMORY };

/** Of a comparison: the full training, and two in coefficients beside it (of images one); none of them judges test examples. */
const COMPARISON: Needs = {
  drawn: {
    needed: (setting, m) => DENSE_MEMORY.needed(setting, m, 0) + 2 * ACTIVE_MEMORY.needed(setting, m, 0),
    about: `level 0: ${DENSE_MEMORY.about}; levels 1 and 2 each: ${ACTIVE_MEMORY.about}`,
    lower: "d, m, n or s",
  },
  images: {
    needed: (setting, m) => DENSE_MEMORY.needed(setting, m, 0) + PATCH_MEMORY.needed(setting, m, 0),
    about: `level 0: ${DENSE_MEMORY.about}; level 1: ${PATCH_MEMORY.about}`,
    lower: PATCH_MEMORY.lower,
  },
};

const hasImages = (input: unknown): boolean =>
  isObject(input) && isObject(input.setting) && isImages(input.setting.data);

function parseWithMethod(input: unknown, { drawn, images }: Needs, names: readonly string[]): DynamicsRun {
  const { method = "auto", ...rest } = isObject(input) ? input : {};
  const run = parseRun(isObject(input) ? rest : input, hasImages(input) ? images : drawn);
  mustBeFollowed(run, method);
  if (!names.includes(method as string)) {
    const listed = names.map((name) => `"${name}"`).join(", ");
    const todo = advice(method, names, "correct it or leave it out");
    throw new InputError(`method must be one of ${listed}, but is ${show(method)}; ${todo}`);
  }
  return { ...run, method: method as string };
}

/**
 * Checks what a run file holds for the dynamics: that of `simulate`, with a method.
 *
 * @param input the parsed JSON of a RUN.json
 * @returns the run; parsing it again returns it unchanged
 * @throws InputError, one sentence
 * Source: ours.
 * @example
 * parseDynamics({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3 }).method // => "auto"
 */
export const parseDynamics = (input: unknown): DynamicsRun => parseWithMethod(input, DYNAMICS, METHOD_NAMES);

/**
 * The run of a result, of `simulate` or of `dynamics`.
 *
 * @param config of the result; without a method it is one of `simulate`, which trains more than `dynamics` can follow
 * @returns the run
 * @throws InputError, one sentence
 * Source: ours.
 * @example
 * const config = { preset: "tiny", optimizer: { name: "adam", lr: 0.1 }, batchSize: 2, epochs: 3 };
 * runOfResult(config).method // => "auto"
 */
export const runOfResult = (config: unknown): DynamicsRun =>
  isObject(config) && config.method === undefined ? { ...parseRun(config), method: "auto" } : parseDynamics(config);

/**
 * Checks what a run file holds for a comparison of levels: that of `simulate`, with the method of level 1, an exact one.
 *
 * @param input the parsed JSON of a RUN.json
 * @returns the run; parsing it again returns it unchanged
 * @throws InputError, one sentence
 * Source: ours.
 * @example
 * parseComparison({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3, method: "gram" }).method // => "gram"
 */
export function parseComparison(input: unknown): DynamicsRun {
  return parseWithMethod(input, COMPARISON, ["auto", ...EXACT_METHODS.map(({ name }) => name)]);
}
