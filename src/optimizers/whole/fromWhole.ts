import { InputError, show } from "../../setting/inputError.ts";
import { mustBe } from "../../setting/mustBe.ts";
import { advice } from "../../setting/nearest.ts";
import type { Optimizer, Own } from "../optimizer.ts";
import { type GivenParameters, parametersOf } from "../parameters.ts";
import { knownOptimizers } from "../registry.ts";
import type { BlockFunction } from "./block.ts";
import { type Sees, SIGHTS } from "./blocks.ts";
import { wholeOptimizer } from "./wholeOptimizer.ts";
import { isSeenMoving, notFiniteIn, wholeTrial } from "./wholeTrial.ts";

/** What a user says of an optimizer whose update sees more than one weight. */
export type WholeDefinition<
  Memory extends string = string,
  Kept extends string = string,
  Parameter extends string = string,
> = Pick<Optimizer, "name"> &
  Partial<Pick<Optimizer, "title" | "formula" | "source">> & {
    readonly sees: Sees;
    /** Names of arrays that are remembered, a number a weight. */
    readonly memory?: readonly Memory[];
    /** Names of numbers that are remembered, one a block. */
    readonly numbers?: readonly Kept[];
    /** Its own hyperparameters with their defaults, numbers >= 0. */
    readonly parameters?: GivenParameters<Parameter>;
    /** Whether coordinates that no gradient was on yet stay where they are and change no other one. */
    readonly inert?: boolean;
  } & (
    | (Pick<Optimizer, "decay"> &
        Partial<Pick<Own, "betas" | "eps">> & { readonly direction: BlockFunction<Memory, Kept, Parameter> })
    | { readonly base: string; readonly gradient: BlockFunction<Memory, Kept, Parameter> }
  );

/** Keys of a definition; the rest of them belongs to one kind alone. */
export const WHOLE_FIELDS = ["name", "title", "source", "formula", "sees", "memory", "numbers", "parameters", "inert"];
export const ALONE_FIELDS = [...WHOLE_FIELDS, "decay", "betas", "eps", "direction"];
export const BASE_FIELDS = [...WHOLE_FIELDS, "base", "gradient"];

/** The optimizer that another one is to stand on. */
function baseNamed(name: string, base: string): Optimizer {
  const known = knownOptimizers().filter(({ own }) => own?.sees === undefined);
  const found = known.find((one) => one.name === base);
  if (found) return found;
  const names = known.map((one) => one.name);
  throw new InputError(
    `base of optimizer ${name} must be an optimizer that moves every weight by itself, one of ${names.join(", ")}, but is ${show(base)}; ${advice(base, names)}`,
  );
}

/** Carries out what may fail in a user's function. */
function tried<T>(field: string, what: () => T): T {
  try {
    return what();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${field} must give numbers for every gradient, but failed with ${show((error as Error).message)}; correct it`,
    );
  }
}

/**
 * An optimizer of the second form from a definition.
 *
 * @param given its fields but those of this form are right
 * @returns the optimizer, tried out on a small network, and what it did there, by which two definitions are compared
 * @throws InputError for a field that is wrong, or a function that fails; one sentence
 * Source: ours.
 */
export function fromWhole(given: WholeDefinition): readonly [Optimizer, unknown] {
  const { name, title = name, formula = "", source = "ours", sees, memory = [], numbers = [], parameters } = given;
  const of = (field: string) => `${field} of optimizer ${name}`;
  mustBe(SIGHTS.includes(sees), of("sees"), SIGHTS.map((one) => `"${one}"`).join(", "), sees, "choose one");
  const base = "base" in given ? baseNamed(name, given.base) : undefined;
  const field = "base" in given ? "gradient" : "direction";
  const run = "base" in given ? given.gradient : given.direction;
  mustBe(
    typeof run === "function",
    of(field),
    "a function of a block",
    run,
    "it gives an array as long as the block's",
  );
  const taken = base ? Object.keys(base.init(new Float64Array(1)).moments ?? {}) : [];
  const names = [...memory, ...numbers];
  const twice = names.find((one, k) => taken.includes(one) || names.indexOf(one) < k);
  if (twice !== undefined)
    throw new InputError(
      `memory and numbers of optimizer ${name} must have distinct names${base ? `, and none that ${base.name} has` : ""}, but have ${show(twice)} twice; choose another name`,
    );
  const inert = given.inert ?? false;
  mustBe(typeof inert === "boolean", of("inert"), "true or false", inert, "correct it or leave it out");
  const traits = {
    ...{ name, title, formula, source, sees, memory, numbers, inert, of: run as BlockFunction },
    ...(parameters && { parameters: parametersOf(parameters) }),
    ...(base ? { base, decay: base.decay } : ownTraits(given)),
  };
  const bare = wholeOptimizer(traits);
  const outcome = tried(of(field), () => wholeTrial(bare));
  const wrong = notFiniteIn(outcome);
  mustBe(wrong === undefined, of(field), "finite numbers, as is all that it remembers", wrong, "correct it");
  if (inert && isSeenMoving(bare))
    throw new InputError(
      `inert of optimizer ${name} must be true only where coordinates without gradient stay where they are and change no other step, but a trial shows that they do not; leave it out`,
    );
  const again = tried(of(field), () => wholeTrial(bare));
  const same = JSON.stringify(again) === JSON.stringify(outcome);
  return [same ? bare : wholeOptimizer({ ...traits, dependsOnMore: true }), [String(run), outcome]];
}

/** What one without a base says of itself. */
function ownTraits(given: WholeDefinition) {
  const { decay, betas, eps } = given as Extract<WholeDefinition, { readonly decay: unknown }>;
  return { decay, ...(betas && { betas }), ...(eps !== undefined && { eps }) };
}
