import { ARITHMETIC_NAMES, type ArithmeticName } from "../certified/arithmetics.ts";
import { type CertifiedResult, certify as certified, FEWEST_DIGITS, MOST_DIGITS } from "../certified/certify.ts";
import { QUESTION_NAMES, type QuestionName } from "../certified/questions.ts";
import { parseDynamics } from "../dynamics/run.ts";
import { integerBetween } from "../setting/fields.ts";
import * as z from "../setting/zod.ts";
import type { DynamicsSpec } from "./dynamics.ts";
import { inTurns } from "./inTurns.ts";
import { checked, flag, LONG, type LongOptions, word, wordsOf } from "./options.ts";

/** What a certified training takes besides its run. */
export interface CertifyOptions extends LongOptions {
  /** Beyond doubles: "binary" numbers with a fixed point unless given, or "decimal" ones with a floating point, slower and independent of the others. */
  readonly arithmetic?: ArithmeticName | undefined;
  /** The most that it may have, 20 to 2000; 160 unless given. */
  readonly digits?: number | undefined;
  /** What is to be decided: "features", "margins", "order"; the first two unless given. */
  readonly until?: readonly QuestionName[] | undefined;
  /** Whether it is asked at every record; at the end alone unless given. */
  readonly throughout?: boolean | undefined;
  /** Whether `testSize` fresh examples are judged at a certified end, for SGD and decay that is decoupled or 0. */
  readonly testError?: boolean | undefined;
}

const schema = z.strictObject({
  ...LONG,
  arithmetic: word(ARITHMETIC_NAMES),
  digits: integerBetween(FEWEST_DIGITS, MOST_DIGITS, "the most digits", "none").optional(),
  until: wordsOf(QUESTION_NAMES),
  throughout: flag(),
  testError: flag(),
});

/**
 * Trains in enclosures: intervals that hold the real numbers of the training, with more digits until what is asked is decided.
 *
 * lo <= u <= hi,  lo <= x_i <= hi  at every record, in real arithmetic from the doubles of the start and of the run
 *
 * @param spec as for `dynamics`; of the papers' model
 * @param options digits, questions, signal, onProgress
 * @returns the enclosures of every record, what was tried, and a sentence where the digits did not do
 * @throws InputError, one sentence
 * Source: docs/notes/certified.md.
 * @example
 * const { tried, history } = await certify({ preset: "tiny", optimizer: { name: "signsgdw", lr: 0.01 }, batchSize: 2, epochs: 3 })
 * history.at(-1).featureLearning["+1"].lo > 0 // => true
 * tried // => [{ precision: "doubles" }]
 */
export async function certify(spec: DynamicsSpec, options: CertifyOptions = {}): Promise<CertifiedResult> {
  const { signal, onProgress, ...asked } = checked(schema, options, "certify's options");
  const standard = { arithmetic: "binary", digits: 160, until: ["features", "margins"] } as const;
  return inTurns(certified(parseDynamics(spec), { ...standard, ...asked }), { signal, onProgress });
}
