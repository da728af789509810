import { type Expression, readFormula } from "../../algebra/formula.ts";
import type { Vocabulary } from "../../algebra/vocabulary.ts";
import { cos } from "../../numeric/cos.ts";
import { exp } from "../../numeric/exp.ts";
import { log } from "../../numeric/log.ts";
import { power } from "../../numeric/power.ts";
import { type Factor, type Progress, readSchedulesBy } from "./named.ts";

type Numbers = readonly number[];

const FUNCTIONS: Readonly<Record<string, (values: Numbers) => number>> = {
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  sqrt: ([x]) => Math.sqrt(x as number),
  exp: ([x]) => exp(x as number),
  log: ([x]) => log(x as number),
  cos: ([x]) => cos(x as number),
  floor: ([x]) => Math.floor(x as number),
};

const VOCABULARY: Vocabulary = {
  symbols: ["t", "T", "e", "E", "pi"],
  functions: Object.fromEntries(
    Object.keys(FUNCTIONS).map((name) => [
      name,
      name === "min" || name === "max" ? { least: 2, most: 100 } : { least: 1, most: 1 },
    ]),
  ),
  such: "1/sqrt(t)",
};

/** x^y, for x = 0 and negative y, too; NaN for x < 0. */
function raised(x: number, y: number): number {
  if (x === 0) return y === 0 ? 1 : y > 0 ? 0 : Infinity;
  if (!(x > 0 && x < Infinity && Math.abs(y) < Infinity)) return Number.NaN;
  return y < 0 ? 1 / power(x, -y) : power(x, y);
}

const OPERATORS = {
  "+": (x: number, y: number) => x + y,
  "-": (x: number, y: number) => x - y,
  "*": (x: number, y: number) => x * y,
  "/": (x: number, y: number) => x / y,
  "^": raised,
} as const;

function factorOf(tree: Expression): Factor {
  switch (tree.kind) {
    case "number": {
      const value = tree.value.valueOf();
      return () => value;
    }
    case "symbol":
      return tree.name === "pi" ? () => Math.PI : (at) => at[tree.name as keyof Progress];
    case "negative": {
      const of = factorOf(tree.of);
      return (at) => -of(at);
    }
    case "call": {
      const of = tree.of.map(factorOf);
      const call = FUNCTIONS[tree.name] as (values: Numbers) => number;
      return (at) => call(of.map((value) => value(at)));
    }
    case "operator": {
      const [left, right] = [factorOf(tree.left), factorOf(tree.right)];
      const apply = OPERATORS[tree.operator];
      return (at) => apply(left(at), right(at));
    }
  }
}

/**
 * A schedule that is written as a formula.
 *
 * @param text as `scheduleOf` takes it
 * @returns the factor at a moment of the run, a double
 * @throws InputError for what is no such formula, one sentence with the position from 1
 * Source: ours; the grammar is mathjs's, restricted.
 * @example
 * formulaSchedule("1/(1 + e)")({ t: 5, T: 6, e: 4, E: 6 }) // => 0.2
 */
export const formulaSchedule = (text: string): Factor => factorOf(readFormula(text, VOCABULARY).tree);

readSchedulesBy(formulaSchedule);
