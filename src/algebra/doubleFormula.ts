import { cos } from "../numeric/cos.ts";
import { exp } from "../numeric/exp.ts";
import { expm1 } from "../numeric/expm1.ts";
import { log } from "../numeric/log.ts";
import { normalCdf } from "../numeric/normalCdf.ts";
import { power } from "../numeric/power.ts";
import { type Expression, readFormula } from "./formula.ts";
import type { Arity } from "./vocabulary.ts";

type Numbers = readonly number[];

/** tanh z = t/(t + 2), t = e^(2z) - 1; at |z| >= 20 it is 1 to the last bit. */
function tanh(z: number): number {
  const t = expm1(2 * Math.min(Math.abs(z), 20));
  return Math.sign(z) * (t / (t + 2));
}

/** What formulas may call, in doubles: the same bits on every machine. */
const FUNCTIONS = {
  min: (values: Numbers) => Math.min(...values),
  max: (values: Numbers) => Math.max(...values),
  abs: ([x]: Numbers) => Math.abs(x as number),
  sign: ([x]: Numbers) => Math.sign(x as number),
  sqrt: ([x]: Numbers) => Math.sqrt(x as number),
  exp: ([x]: Numbers) => exp(x as number),
  log: ([x]: Numbers) => log(x as number),
  cos: ([x]: Numbers) => cos(x as number),
  tanh: ([x]: Numbers) => tanh(x as number),
  normalCdf: ([x]: Numbers) => normalCdf(x as number),
  floor: ([x]: Numbers) => Math.floor(x as number),
} as const satisfies Readonly<Record<string, (values: Numbers) => number>>;

export type DoubleFunction = keyof typeof FUNCTIONS;

const arityOf = (name: DoubleFunction): Arity =>
  name === "min" || name === "max" ? { least: 2, most: 100 } : { least: 1, most: 1 };

/** x^y, for x = 0 and negative y, too; for x < 0 with integers y; NaN elsewhere. */
function raised(x: number, y: number): number {
  if (x === 0) return y === 0 ? 1 : y > 0 ? 0 : Infinity;
  if (!(Math.abs(x) < Infinity && Math.abs(y) < Infinity)) return Number.NaN;
  if (x < 0) {
    if (!Number.isInteger(y)) return Number.NaN;
    return y % 2 === 0 ? raised(-x, y) : -raised(-x, y);
  }
  return y < 0 ? 1 / power(x, -y) : power(x, y);
}

const OPERATORS = {
  "+": (x: number, y: number) => x + y,
  "-": (x: number, y: number) => x - y,
  "*": (x: number, y: number) => x * y,
  "/": (x: number, y: number) => x / y,
  "^": raised,
} as const;

/** A formula as a function of its numbers. */
type Evaluated<Name extends string> = (at: Readonly<Record<Name, number>>) => number;

function evaluated<Name extends string>(tree: Expression): Evaluated<Name> {
  switch (tree.kind) {
    case "number": {
      const value = tree.value.valueOf();
      return () => value;
    }
    case "symbol":
      return tree.name === "pi" ? () => Math.PI : (at) => at[tree.name as Name];
    case "negative": {
      const of = evaluated<Name>(tree.of);
      return (at) => -of(at);
    }
    case "call": {
      const of = tree.of.map((argument) => evaluated<Name>(argument));
      const call = FUNCTIONS[tree.name as DoubleFunction];
      return (at) => call(of.map((value) => value(at)));
    }
    case "operator": {
      const [left, right] = [evaluated<Name>(tree.left), evaluated<Name>(tree.right)];
      const apply = OPERATORS[tree.operator];
      return (at) => apply(left(at), right(at));
    }
  }
}

/** What a formula in doubles may say. */
export interface DoubleWords<Name extends string> {
  /** Names of its numbers; pi is one besides. */
  readonly numbers: readonly Name[];
  readonly functions: readonly DoubleFunction[];
  /** A formula in these words, shown to whoever gave an empty one. */
  readonly such: string;
}

/**
 * Reads a formula that is computed in doubles.
 *
 * @param text the numbers' names, pi, digits, + - * / ^, functions, parentheses
 * @param words the names that it may use
 * @returns its value at given numbers; what is not defined there is NaN or infinite
 * @throws InputError for what is no such formula, one sentence with the position from 1
 * Source: ours; the grammar is mathjs's, restricted.
 * @example
 * doubleFormula("max(z, 0)^q", { numbers: ["z", "q"], functions: ["max"], such: "z" })({ z: 2, q: 3 }) // => 8
 * doubleFormula("z^3 - tanh(0)", { numbers: ["z"], functions: ["tanh"], such: "z" })({ z: -2 }) // => -8
 */
export function doubleFormula<Name extends string>(text: string, words: DoubleWords<Name>): Evaluated<Name> {
  const { numbers, functions, such } = words;
  const vocabulary = {
    symbols: [...numbers, "pi"],
    functions: Object.fromEntries(functions.map((name) => [name, arityOf(name)])),
    such,
  };
  return evaluated(readFormula(text, vocabulary).tree);
}
