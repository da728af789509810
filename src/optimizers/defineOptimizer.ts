import { InputError, show } from "../setting/inputError.ts";
import { mustBe } from "../setting/mustBe.ts";
import type { Hyperparameters, Optimizer, Own } from "./optimizer.ts";
import { noteDefined } from "./origin.ts";
import { type Direction, initOwn, ownUpdate } from "./ownUpdate.ts";
import { knownOptimizers, OPTIMIZERS, register } from "./registry.ts";
import { notNormalized, trial } from "./trials.ts";

/** What a user says of an optimizer. */
export interface OptimizerDefinition<Name extends string = string>
  extends Pick<Optimizer, "name" | "decay">,
    Partial<Pick<Optimizer, "title" | "formula" | "source">>,
    Partial<Pick<Own, "betas" | "eps" | "normalized">> {
  readonly memory?: readonly Name[];
  readonly direction: Direction<Name>;
}

const fraction = (value: unknown) => typeof value === "number" && value >= 0 && value < 1;
const word = (value: unknown) => typeof value === "string" && /^[a-zA-Z][\w-]*$/.test(value);

function checkFields({ name, decay, betas, eps, memory = [], normalized, direction }: OptimizerDefinition): void {
  const of = (field: string) => `${field} of optimizer ${name}`;
  mustBe(word(name), "name", "a letter, then letters, digits and hyphens", name, "name the optimizer");
  mustBe(decay === "coupled" || decay === "decoupled", of("decay"), '"coupled" or "decoupled"', decay, "choose");
  const pair = betas === undefined || (Array.isArray(betas) && betas.length === 2 && betas.every(fraction));
  mustBe(pair, of("betas"), "two numbers [b1, b2] in [0, 1)", betas, "correct it, or leave it out if it takes none");
  const size = eps === undefined || (typeof eps === "number" && eps >= 0 && eps < Infinity);
  mustBe(size, of("eps"), "a finite number >= 0", eps, "correct it, or leave it out if it takes none");
  const names = Array.isArray(memory) && memory.every(word) && new Set(memory).size === memory.length;
  mustBe(names, of("memory"), "a list of distinct names", memory, 'write it as ["mom"], or leave it out');
  const flag = normalized === undefined || typeof normalized === "boolean";
  mustBe(flag, of("normalized"), "true or false", normalized, "correct it or leave it out");
  mustBe(typeof direction === "function", of("direction"), "a function", direction, "it gives the step of one weight");
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

/** By which the same definition, from a file that is loaded again, is told from another one. */
const prints = new Map<string, string>();

/**
 * An optimizer of a user's own, known from then on by its name: to run files, to the reference engine and to the recurrences.
 *
 *   w' = rho w - eta direction(g),   g = gradient + lambda w, rho = 1 (coupled)  |  g = gradient, rho = 1 - eta lambda (decoupled)
 *
 * Every weight moves by itself. `active-set` always carries it out; `scalar` and `sign` where it is `normalized`, on disjoint supports, with
 * eps = 0 and decay that is decoupled or 0 (for `sign`: any decay, and a memory). While an example is away, what is remembered of it
 * fades as in the full training up to 1000 ln 2/(-ln b) steps, b its slowest factor a step; thereafter it counts as zero.
 *
 * @param given name; decay, "coupled" or "decoupled"; `direction(gradient, memory, hyper, t)`, the step in units of eta, t >= 1, which brings
 *   `memory` (one number a name, 0 at first) up to date; `memory`, its names; defaults of `betas` and `eps` where it takes them; `normalized`,
 *   whether at eps = 0 multiplying all gradients by c multiplies the steps by sgn(c); title, formula, source for people
 * @returns the optimizer; that of the first time, where the same definition is made again
 * @throws InputError for a field that is missing or wrong, a direction that fails on trial gradients, or a name that is taken; one sentence
 * Source: ours.
 * @example
 * const halved = defineOptimizer({ name: "halved-sgd", decay: "decoupled", direction: (gradient) => gradient / 2 })
 * halved.update({ lr: 0.5, weightDecay: 1, convention: "paper" }, halved.init(Float64Array.of(8)), Float64Array.of(4)).weights[0] // => 3
 */
export function defineOptimizer<Name extends string = never>(given: OptimizerDefinition<Name>): Optimizer {
  mustBe(typeof given === "object" && given !== null, "an optimizer", "an object", given, "give it a name, ...");
  checkFields(given as OptimizerDefinition);
  const { name, decay, title = name, formula = "", source = "ours", betas, eps, memory = [] } = given;
  const direction = given.direction as Direction;
  const own: Own = {
    ...(betas && { betas }),
    ...(eps !== undefined && { eps }),
    memory,
    normalized: given.normalized ?? false,
  };
  const outcomes = checkDirection(name, direction, own);
  const print = JSON.stringify([decay, title, formula, source, own, String(direction), outcomes]);
  noteDefined(name);
  const known = knownOptimizers().find((optimizer) => optimizer.name === name);
  if (known && prints.get(name) === print) return known;
  const builtIn = OPTIMIZERS.some((optimizer) => optimizer.name === name);
  const taken = builtIn ? "a name that is not taken" : "a name that no other definition has taken";
  mustBe(known === undefined, "name", taken, name, "choose another one");
  const optimizer: Optimizer = {
    ...{ name, title, decay, adaptive: false, own, formula, source },
    init: (weights) => initOwn(memory, weights),
    update: (hyper: Hyperparameters, at, gradient, into) => ownUpdate(decay, direction, hyper, at, gradient, into),
  };
  prints.set(name, print);
  register(optimizer);
  return optimizer;
}
