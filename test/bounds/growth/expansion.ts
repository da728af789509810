import { expect } from "vitest";
import { type Evaluator, evaluatorOf } from "../../../src/bounds/growth/evaluate.ts";
import { Refusal } from "../../../src/bounds/growth/refusal.ts";
import type { Leading } from "../../../src/bounds/growth/series/leading.ts";
import type { Series } from "../../../src/bounds/growth/series/series.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { termsOf } from "./decimal.ts";
import { NAMES, read } from "./names.ts";

/** The first terms of a formula, or undefined where it is refused. */
export function expansion(
  text: string,
  count: number,
  { evaluate }: Evaluator = evaluatorOf(NAMES),
): Leading[] | undefined {
  try {
    return termsOf(evaluate(read(text)) as Series, count);
  } catch (error) {
    expect(error instanceof InputError || error instanceof Refusal).toBe(true);
    return undefined;
  }
}
