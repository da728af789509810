import { formulaError } from "../../algebra/formulaError.ts";
import { DOUBLES } from "../../numeric/arithmetic.ts";
import { InputError } from "../../setting/inputError.ts";
import type { Direction } from "../ownUpdate.ts";
import { type At, apply, sharedBy } from "./evaluate.ts";
import { type Instruction, type Origin, operandsOf, type Program } from "./program.ts";

/** What is wrong at a place of an optimizer's formulas. */
export const formulaErrorAt = ({ of, text, at }: Origin, rule: string, remedy: string): InputError =>
  new InputError(`${of}: ${formulaError(text, at, rule, remedy).message}`);

/** What an operation did of which the result is no finite number, and what to do about it. */
function failureOf({ op }: Instruction, operands: readonly number[]): readonly [string, string] {
  const [a, b] = operands;
  if (op === "sqrt") return [`takes the root of ${a}`, "take the root of what cannot be below 0"];
  if (b !== 0 || (op !== "div" && op !== "ratio")) return ["leaves the finite numbers", "correct it"];
  return [
    `divides ${a} by 0`,
    "add eps to the denominator (such a quotient is 0 where its denominator is), or keep it from 0",
  ];
}

/** The weights that are tried where formulas name w: of both signs, and none; powers of two do not round. */
export const WEIGHTS = [0.5, -0.5, 0] as const;

/**
 * An update as the function of one weight that could be given in its place, to be tried out.
 *
 * @param program of the update
 * @param weight that it has
 * @returns step and memories; nothing is flushed to zero
 * @throws InputError where an operation gives no finite number, one sentence with its position
 */
export function directionBy(program: Program, weight: number = WEIGHTS[0]): Direction {
  return (gradient, memory, hyper, t) => {
    const at: At<number> = { weight, gradient, memory: { ...memory }, shared: sharedBy(hyper, t), step: t };
    const results: number[] = [];
    for (const instruction of program.instructions) {
      const result = apply(instruction, DOUBLES, at, results);
      results.push(result);
      if (Number.isFinite(result)) continue;
      const [what, remedy] = failureOf(
        instruction,
        operandsOf(instruction).map((place) => results[place] as number),
      );
      const when =
        t === 1 ? "while every gradient is 0" : `at step t = ${t} of a trial, with g = ${gradient} and w = ${weight}`;
      throw formulaErrorAt(instruction.origin as Origin, `must give a finite number ${when}, but ${what}`, remedy);
    }
    for (const { name, result } of program.memory) memory[name] = results[result] as number;
    return (results[program.step] as number) / hyper.lr;
  };
}
