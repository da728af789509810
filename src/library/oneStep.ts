import type { Decimal } from "decimal.js";
import { decimals } from "../algebra/decimals.ts";
import { INTERVALS } from "../interval/arithmetic.ts";
import type { Interval } from "../interval/interval.ts";
import { type Arithmetic, DOUBLES } from "../numeric/arithmetic.ts";
import { programOf } from "../optimizers/formula/compile.ts";
import { evaluate, sharedBy } from "../optimizers/formula/evaluate.ts";
import { updateOf } from "../optimizers/formula/updateOf.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { type OptimizerSpec, optimizerSchema } from "../optimizers/schema.ts";
import { integerBetween, positiveInteger } from "../setting/fields.ts";
import { InputError, show } from "../setting/inputError.ts";
import { isObject } from "../setting/isObject.ts";
import * as z from "../setting/zod.ts";
import { checked, word } from "./options.ts";

/** One weight before a step. */
export interface OneStepSpec {
  /** As in a run file. */
  readonly optimizer: OptimizerSpec;
  readonly weight: number;
  /** Of the loss alone. */
  readonly gradient: number;
  /** What the optimizer remembers, by name; 0 unless given. */
  readonly memory?: Readonly<Record<string, number>> | undefined;
  /** The number of the step, from 1; 1 unless given. */
  readonly step?: number | undefined;
}

/** What numbers are. */
export interface OneStepOptions {
  /** "doubles" unless given; "intervals" hold every real result, "decimals" have many digits. */
  readonly arithmetic?: "doubles" | "intervals" | "decimals" | undefined;
  /** Of decimals, 1 to 100; 30 unless given. */
  readonly digits?: number | undefined;
}

/** One weight after a step: doubles, intervals or decimals as text. */
export interface OneStep<T = number | Interval | string> {
  readonly weight: T;
  readonly memory: Readonly<Record<string, T>>;
}

const isFinite = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const number = () => z.custom<number>(isFinite, { error: "must be a finite number" });
const areNumbers = (value: unknown) => isObject(value) && Object.values(value).every(isFinite);

const specSchema = z.strictObject({
  optimizer: optimizerSchema,
  weight: number(),
  gradient: number(),
  memory: z
    .custom<Readonly<Record<string, number>>>(areNumbers, { error: "must be finite numbers by name" })
    .optional(),
  step: positiveInteger("number of the step", "steps").optional(),
});

const schema = z.strictObject({
  arithmetic: word(["doubles", "intervals", "decimals"] as const),
  digits: integerBetween(1, 100, "digits that are kept", "none").optional(),
});

/**
 * One step of one weight by an optimizer's formulas, in doubles, in intervals that hold the real result, or in decimals.
 *
 * memory' = its formula, one after the other;  w' = rho w - step;  nothing is flushed to zero
 *
 * @param spec optimizer (as in a run file), weight, gradient, memory, step; doubles that mean themselves
 * @param options which numbers
 * @returns weight and memory after the step
 * @throws InputError, one sentence, for what is wrong with either, and for an optimizer that is a function
 * Source: docs/notes/formulas.md.
 * @example
 * const optimizer = { name: "adamw", lr: 0.5, weightDecay: 1, betas: [0.5, 0.5], eps: 0, convention: "paper" }
 * oneStep({ optimizer, weight: 1, gradient: 4 }).memory // => { mom: 2, sec: 8 }
 * oneStep({ optimizer, weight: 1, gradient: 4 }, { arithmetic: "decimals" }).weight // => "0.146446609406726237799577818948"
 * oneStep({ optimizer, weight: 1, gradient: 4 }, { arithmetic: "intervals" }).weight // => { lo: 0.14644660940672616, hi: 0.14644660940672627 }
 */
export function oneStep(spec: OneStepSpec, options: OneStepOptions = {}): OneStep {
  const { arithmetic = "doubles", digits = 30 } = checked(schema, options, "oneStep's options");
  const { optimizer, weight, gradient, memory = {}, step = 1 } = checked(specSchema, spec, "step");
  const { name, convention } = optimizer;
  const program = programOf(updateOf(name, convention), optimizerNamed(name).decay);
  const names = program.memory.map((one) => one.name);
  const unknown = Object.keys(memory).find((one) => !names.includes(one));
  if (unknown !== undefined) {
    const known = names.length === 0 ? "nothing" : names.join(", ");
    throw new InputError(`memory must be what ${name} remembers (${known}), but has ${show(unknown)}; remove it`);
  }
  const shared = sharedBy(optimizer, step);
  const by = <T>(numbers: Arithmetic<T>) =>
    evaluate(program, numbers, {
      ...{ weight: numbers.number(weight), gradient: numbers.number(gradient), step },
      memory: Object.fromEntries(names.map((one) => [one, numbers.number(memory[one] ?? 0)])),
      shared: (one) => numbers.number(shared(one)),
    });
  if (arithmetic === "doubles") return plainly(by(DOUBLES), (x) => x);
  if (arithmetic === "intervals") return plainly(by(INTERVALS), (x) => x);
  return plainly(by(decimals(digits)), (x: Decimal) => x.toString());
}

const plainly = <T, U>({ weight, memory }: OneStep<T>, of: (x: T) => U): OneStep<U> => ({
  weight: of(weight),
  memory: Object.fromEntries(Object.entries(memory).map(([name, value]) => [name, of(value)])),
});
