import { mustKnowKeys } from "../setting/explain.ts";
import { InputError, show } from "../setting/inputError.ts";
import { isObject } from "../setting/isObject.ts";
import { mustBe } from "../setting/mustBe.ts";
import { type FormulaDefinition, fromFormulas } from "./formula/fromFormulas.ts";
import { taken } from "./formula/parse.ts";
import type { Hyperparameters, Optimizer, Own } from "./optimizer.ts";
import { noteDefined } from "./origin.ts";
import { type Direction, initOwn, ownUpdate } from "./ownUpdate.ts";
import { type GivenParameters, isFree, parametersOf } from "./parameters.ts";
import { isParameter } from "./ranges.ts";
import { isUsersOwn, knownOptimizers, OPTIMIZERS, register } from "./registry.ts";
import { dependsOnMore, notNormalized, trial } from "./trials.ts";
import { ALONE_FIELDS, BASE_FIELDS, fromWhole, type WholeDefinition } from "./whole/fromWhole.ts";

/** What a user says of an optimizer by a function. */
export interface OptimizerDefinition<Name extends string = string>
  extends Pick<Optimizer, "name" | "decay">,
    Partial<Pick<Optimizer, "title" | "formula" | "source">>,
    Partial<Pick<Own, "betas" | "eps" | "normalized">> {
  /** Its own hyperparameters with their defaults, numbers >= 0. */
  readonly parameters?: GivenParameters;
  readonly memory?: readonly Name[];
  readonly direction: Direction<Name>;
}

const fraction = (value: unknown) => typeof value === "number" && value >= 0 && value < 1;
const word = (value: unknown) => typeof value === "string" && /^[a-zA-Z][\w-]*$/.test(value);

const FIELDS = ["name", "decay", "title", "source", "betas", "eps", "parameters", "normalized", "memory", "direction"];

/** What any definition may be, as it comes. */
type Given = Readonly<Record<string, unknown>> & { readonly name: string };

/** The keys that a definition may have. */
function keysOf({ sees, base, direction }: Given): readonly string[] {
  if (sees !== undefined) return base === undefined ? ALONE_FIELDS : BASE_FIELDS;
  // By formulas, the one for people is written from them.
  return typeof direction === "string" ? FIELDS : [...FIELDS, "formula"];
}

function checkParameters(name: string, parameters: unknown): void {
  const field = `parameters of optimizer ${name}`;
  const advice = "write them as { rho: 0.05 }, or leave them out";
  const right = isObject(parameters) && Object.values(parameters).every(isParameter);
  mustBe(right, field, "finite numbers >= 0 by name, or { standard, range, about, unit } each", parameters, advice);
  const wrong = Object.keys(parameters as object).find(
    (one) => !/^[a-zA-Z]\w*$/.test(one) || !isFree(one) || taken(one),
  );
  mustBe(
    wrong === undefined,
    field,
    "named by letters, digits and _, with names that mean nothing else",
    wrong,
    "choose another name",
  );
}

/** Fields that all forms have. */
function checkFields(given: Given): void {
  const { name, decay, betas, eps, parameters, normalized, direction, sees, base } = given;
  const of = (field: string) => `${field} of optimizer ${name}`;
  mustBe(word(name), "name", "a letter, then letters, digits and hyphens", name, "name the optimizer");
  mustKnowKeys(given, `optimizer ${name}`, keysOf(given));
  if (parameters !== undefined) checkParameters(name, parameters);
  if (base !== undefined) return;
  mustBe(decay === "coupled" || decay === "decoupled", of("decay"), '"coupled" or "decoupled"', decay, "choose");
  const pair = betas === undefined || (Array.isArray(betas) && betas.length === 2 && betas.every(fraction));
  mustBe(pair, of("betas"), "two numbers [b1, b2] in [0, 1)", betas, "correct it, or leave it out if it takes none");
  const size = eps === undefined || (typeof eps === "number" && eps >= 0 && eps < Infinity);
  mustBe(size, of("eps"), "a finite number >= 0", eps, "correct it, or leave it out if it takes none");
  const flag = normalized === undefined || typeof normalized === "boolean";
  mustBe(flag, of("normalized"), "true or false", normalized, "correct it or leave it out");
  if (sees !== undefined) return;
  const form = typeof direction === "function" || typeof direction === "string";
  mustBe(form, of("direction"), "a formula or a function", direction, "it gives the step of one weight");
}

function checkNames(name: string, memory: readonly string[], field = "memory"): void {
  const names = Array.isArray(memory) && memory.every(word) && new Set(memory).size === memory.length;
  const advice = 'write it as ["mom"], or leave it out';
  mustBe(names, `${field} of optimizer ${name}`, "a list of distinct names", memory, advice);
}

/** Tries the direction out; all that it gave, by which two definitions are compared. */
function checkDirection(name: string, direction: Direction, own: Own) {
  const of = `direction of optimizer ${name}`;
  const tried = (eps = own.eps) => {
    try {
      return trial(direction, own, 1, eps);
    } catch (error) {
      throw new InputError(
        `${of} must give a step for every gradient, but failed with ${show((error as Error).message)}; correct it`,
      );
    }
  };
  const outcomes = own.eps === undefined ? [tried()] : [tried(), tried(0)];
  for (const { steps, memory } of outcomes) {
    const [first] = steps;
    mustBe((first as number) === 0, of, "0 while every gradient was 0", first, "take 0/0 as 0");
    const wrong = [...steps, ...Object.values(memory)].find((value) => !Number.isFinite(value));
    mustBe(wrong === undefined, of, "a finite number, as is all that it remembers", wrong, "return the step");
  }
  const seen = own.normalized ? notNormalized(direction, own) : undefined;
  if (seen) {
    throw new InputError(
      `normalized of optimizer ${name} must be true only where steps keep their size and turn with the sign of the gradients, but step ${seen.at} goes from ${seen.before} to ${seen.after} where gradients are multiplied by ${seen.factor}; leave it out`,
    );
  }
  return outcomes;
}

/** An optimizer from a function, and by what it is told from another one. */
function fromFunction(given: OptimizerDefinition): readonly [Optimizer, unknown] {
  const { name, decay, title = name, formula = "", source = "ours", betas, eps, memory = [], direction } = given;
  const { parameters } = given;
  checkNames(name, memory);
  const traits: Own = {
    ...(betas && { betas }),
    ...(eps !== undefined && { eps }),
    ...(parameters && { parameters: parametersOf(parameters) }),
    memory,
    normalized: given.normalized ?? false,
  };
  const outcomes = checkDirection(name, direction, traits);
  const own: Own = { ...traits, ...(dependsOnMore(direction, traits) && { dependsOnMore: true }) };
  const optimizer: Optimizer = {
    ...{ name, title, decay, adaptive: false, own, formula, source },
    init: (weights) => initOwn(memory, weights),
    update: (hyper: Hyperparameters, at, gradient, into) => ownUpdate(decay, direction, hyper, at, gradient, into),
  };
  return [optimizer, [String(direction), outcomes]];
}

/** The optimizer of a definition, and by what beside its data it is told from another one. */
function madeOf(given: FormulaDefinition | OptimizerDefinition | WholeDefinition): readonly [Optimizer, unknown] {
  if ("sees" in given) {
    checkNames(given.name, given.memory ?? []);
    checkNames(given.name, given.numbers ?? [], "numbers");
    return fromWhole(given);
  }
  if (typeof given.direction === "function") return fromFunction(given as OptimizerDefinition);
  return [fromFormulas(given as FormulaDefinition), null];
}

/** By which the same definition, from a file that is loaded again, is told from another one. */
const prints = new Map<string, string>();

/** The definition of a user's own optimizer as a text, another one for another definition; undefined for those of the registry. */
export const definitionOf = (name: string): string | undefined => prints.get(name);

/**
 * An optimizer of a user's own, known from then on by its name: to run files, to the engines and to the recurrences.
 *
 *   w' = rho w - eta direction(g),   g = gradient + lambda w, rho = 1 (coupled)  |  g = gradient, rho = 1 - eta lambda (decoupled)
 *
 * In the first form every weight moves by itself. `active-set` always carries it out; `scalar` and `sign` where it is `normalized`, on disjoint supports, with
 * eps = 0 and decay that is decoupled or 0 (for `sign`: any decay, and a memory). While an example is away, what is remembered of it
 * fades as in the full training up to 1000 ln 2/(-ln b) steps, b its slowest factor a step; thereafter it counts as zero.
 *
 * By formulas (docs/notes/formulas.md): `memory` is an object, a name's formula each, and `direction` a formula, of g, w, t, eta, lambda, b1, b2,
 * eps and the memories, with + - * / ^ (integer powers, b1^t), sign, abs, sqrt, min, max, old. Memories are brought up to date in their order;
 * a name means what it was given last, old(name) the number before the step. A quotient whose denominator holds eps is 0 where that is 0.
 * The wasm engine makes a kernel of formulas, and whether steps are normalized is read off them.
 *
 * In the second form (`sees`) a function is given a neuron's vector, a class's matrix or all weights at once, each array row by row, and may ask for the
 * gradient at other weights. With `base`, the name of an optimizer of the first form, `gradient` gives what this one steps along; without,
 * `direction` gives the step in units of eta. The plain engine carries it out, and `active-set` where it is `inert`.
 *
 * @param given name; decay, "coupled" or "decoupled"; `direction`, the step in units of eta: a formula, or a function
 *   `direction(gradient, memory, hyper, t)`, t >= 1, which brings `memory` (one number a name, 0 at first) up to date; `memory`, its formulas, or
 *   its names; defaults of `betas` and `eps` where it takes them; `normalized`, whether at eps = 0 multiplying all gradients by c multiplies the
 *   steps by sgn(c); `parameters`, defaults of its own hyperparameters, which run files then say by name; title, source, and for a function the
 *   formula, for people. In the second form `sees`, "neuron", "class" or "network"; `memory`, names of arrays, and `numbers`, names of one number a block;
 *   `inert`, whether coordinates that no gradient was on yet stay where they are but for the decay and change no other step; `direction(block)`, or
 *   `base` and `gradient(block)`
 * @returns the optimizer; that of the first time, where the same definition is made again
 * @throws InputError for a field that is missing or wrong, a direction that fails on trial gradients, or a name that is taken; one sentence
 * Source: ours.
 * @example
 * const halved = defineOptimizer({ name: "halved-sgd", decay: "decoupled", direction: (gradient) => gradient / 2 })
 * halved.update({ lr: 0.5, weightDecay: 1, convention: "paper" }, halved.init(Float64Array.of(8)), Float64Array.of(4)).weights[0] // => 3
 * @example
 * const nesterov = defineOptimizer({ name: "half-nesterov", decay: "coupled", memory: { mom: "mom/2 + g" }, direction: "g + mom/2" })
 * nesterov.update({ lr: 0.5, weightDecay: 0, convention: "paper" }, nesterov.init(Float64Array.of(8)), Float64Array.of(4)).weights[0] // => 5
 * @example
 * const unit = defineOptimizer({ name: "unit-adam", sees: "neuron", base: "adam", gradient: ({ gradient }) => gradient.map(Math.sign) })
 * unit.own.betas // => [0.9, 0.999]
 */
export function defineOptimizer(given: FormulaDefinition): Optimizer;
export function defineOptimizer<
  Memory extends string = never,
  Kept extends string = never,
  Parameter extends string = never,
>(given: WholeDefinition<Memory, Kept, Parameter>): Optimizer;
export function defineOptimizer<Name extends string = never>(given: OptimizerDefinition<Name>): Optimizer;
export function defineOptimizer(given: FormulaDefinition | OptimizerDefinition | WholeDefinition): Optimizer {
  mustBe(typeof given === "object" && given !== null, "an optimizer", "an object", given, "give it a name, ...");
  checkFields(given as unknown as Given);
  const { name } = given;
  const [optimizer, told] = madeOf(given);
  const print = JSON.stringify([optimizer, told]);
  noteDefined(name);
  const known = knownOptimizers().find((other) => other.name === name);
  if (known && prints.get(name) === print) return known;
  const ofPapers = OPTIMIZERS.some((other) => other.name === name);
  const rule = ofPapers ? "a name that is not taken" : "a name that no other definition has taken";
  mustBe(!ofPapers && !isUsersOwn(name), "name", rule, name, "choose another one");
  prints.set(name, print);
  register(optimizer);
  return optimizer;
}
