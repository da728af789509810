import { InputError, show } from "../setting/inputError.ts";
import { isObject } from "../setting/isObject.ts";
import { noisePatchesOf } from "../setting/model.ts";
import { mustBePapers } from "../setting/mustBePapers.ts";
import { advice } from "../setting/nearest.ts";
import { parseRun, type Run } from "../sim/run.ts";
import { DENSE_MEMORY, type Memory } from "../sim/runRules.ts";
import { isConstant } from "../sim/schedules/course.ts";
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
  needed({ n, d, s }, m, testSize) {
    const active = Math.min(n * s + 1, d);
    const lanes = 2 * m;
    const seen = Math.min(active, testSize * (s + 1));
    const weights = (32 * active + 16 * seen + 16 * lanes) * lanes;
    return weights + 40 * n * lanes + 28 * testSize * lanes + (n + testSize) * (64 + 60 * (s + 1));
  },
  about:
    "32 bytes a weight on an active coordinate, 16 more where a test example has it, 16 a pair of neurons, 40 a neuron of every example, 28 a neuron of every test example, 60 a noise entry",
  lower: "n, s, m or testSize",
};

/** Of a comparison: the full training, and two in coefficients beside it; none of them judges test examples. */
const COMPARISON_MEMORY: Memory = {
  needed: (setting, m) => DENSE_MEMORY.needed(setting, m, 0) + 2 * ACTIVE_MEMORY.needed(setting, m, 0),
  about: `level 0: ${DENSE_MEMORY.about}; levels 1 and 2 each: ${ACTIVE_MEMORY.about}`,
  lower: "d, m, n or s",
};

/** Patches whose Gram matrix may be held: 128 MB, and a step's cost for it. */
const MOST_PATCHES = 4000;

/** What its derivation leaves out: it has one feature on coordinates of its own, and labels that stay. */
const NOT_IN_GRAM = ["data", "classes", "features", "xor", "basis", "flipEvery"] as const;

/** Whether a run beyond the papers' model is one for the Gram matrix of all patches. */
function gramTakes(run: Run, method: unknown): boolean {
  const { setting, optimizer } = run;
  const patches = setting.n * noisePatchesOf(setting);
  const taken = optimizer.name === "sgd" && ["auto", "gram"].includes(method as string);
  const told = NOT_IN_GRAM.every((key) => setting[key] === undefined);
  return taken && told && patches <= MOST_PATCHES && isConstant(run);
}

function parseWithMethod(input: unknown, memory: Memory, names: readonly string[]): DynamicsRun {
  const { method = "auto", ...rest } = isObject(input) ? input : {};
  const run = parseRun(isObject(input) ? rest : input, memory);
  if (!gramTakes(run, method)) mustBePapers(run, "levels 1 and 2");
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
 * @throws InputError, one sentence; of models beyond the papers' only sgd can be followed, by "gram"
 * Source: ours.
 * @example
 * parseDynamics({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3 }).method // => "auto"
 */
export const parseDynamics = (input: unknown): DynamicsRun => parseWithMethod(input, ACTIVE_MEMORY, METHOD_NAMES);

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
  const run = parseWithMethod(input, COMPARISON_MEMORY, ["auto", ...EXACT_METHODS.map(({ name }) => name)]);
  mustBePapers(run, "levels 1 and 2");
  return run;
}
