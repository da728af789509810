import { type Entailment, entailmentReport } from "../bounds/entailment/report.ts";
import { HYPOTHESIS_NAMES, hypothesesNamed } from "../bounds/hypotheses/named.ts";
import { isStatement } from "../bounds/order/statement.ts";
import { InputError, show } from "../setting/inputError.ts";
import { advice } from "../setting/nearest.ts";
import * as z from "../setting/zod.ts";
import { BY_NAME, textsOf } from "./fields.ts";
import { checked } from "./options.ts";

/** What a claim is to follow from. */
export interface FollowsOptions {
  /** Statements, several of which one holds (a list, or one text with "or" between them), or names such as "conditions-A.1-A.2" and "adam-decay"; nothing else is assumed. */
  readonly given?: readonly (string | readonly string[])[] | undefined;
  /** Names that stand for formulas: { T: "n^2/eta" }. */
  readonly define?: Readonly<Record<string, string | number>> | undefined;
  /** Values of exponents: { q: 3 }; the others stay symbolic, within their ranges. */
  readonly set?: Readonly<Record<string, string | number>> | undefined;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isHypothesis = (value: unknown): boolean =>
  isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText));

const schema = z.strictObject({
  given: z
    .custom<NonNullable<FollowsOptions["given"]>>((value) => Array.isArray(value) && value.every(isHypothesis), {
      error: "must be a list of statements, or of lists of statements of which one holds",
    })
    .optional(),
  define: BY_NAME,
  set: BY_NAME,
});

/** A hypothesis as it stands, or those that its name stands for. */
function hypothesesFrom(given: string | readonly string[]): (string | readonly string[])[] {
  if (typeof given !== "string") return [given];
  if (isStatement(given)) return [given.split(/\s+or\s+/)];
  const named = hypothesesNamed(given.trim());
  if (named) return named.map(({ anyOf }) => anyOf);
  throw new InputError(
    `a hypothesis must be a statement such as "s = O(n)" or the name of one, but is ${show(given)}; ${advice(given, HYPOTHESIS_NAMES, "correct it")}`,
  );
}

/**
 * Whether a claim follows from hypotheses, as n goes to infinity: every name is a positive function of n.
 *
 * @param claim a statement in any names: "eta*s = o(1)", "min(a, b) <= sqrt(a*b)", "d = poly(n)"
 * @param options hypotheses, definitions, exponents
 * @returns "follows" with the powers of hypotheses whose product the claim is, "fails" with a scaling n^a (log n)^b of each name, "contradictory" with the hypotheses that are, or "not decided" with what is missing
 * @throws InputError, one sentence with the position
 * Source: ours (docs/notes/entailment.md).
 * @example
 * const { verdict, steps } = follows("x = o(z)", { given: ["x = O(y)", "y = o(z)"] })
 * verdict // => "follows"
 * steps[0].text // => "x/z = (x/y)*(y/z) = O(1)*o(1) = o(1)"
 */
export function follows(claim: string, options: FollowsOptions = {}): Entailment {
  const { given = [], define, set } = checked(schema, options, "follows' options");
  if (typeof claim !== "string") throw new InputError(`a claim must be a text, but is ${show(claim)}; correct it`);
  return entailmentReport(claim, { given: given.flatMap(hypothesesFrom), define: textsOf(define), set: textsOf(set) });
}
