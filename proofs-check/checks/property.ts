import fc from "fast-check";
import type { Check, Context, Counterexample, Finding, Level } from "../claim.ts";
import { caseSeed } from "./caseSeed.ts";
import { scopeOf } from "./scope.ts";

/** Cases judged while one that fails is shrunk, at most, unless given. */
const SHRINKS = 200;

/** What a property is made of; `Case` is JSON. */
export interface PropertyOptions<Case> extends Pick<Check, "name" | "about" | "reading" | "part"> {
  readonly cases: fc.Arbitrary<Case>;
  /** How a case violates the claim; undefined where it does not. */
  violation(drawn: Case, context: Context): string | undefined;
  /** "tested" unless `violation` rounds outward: then "certified". */
  readonly grade?: "tested" | "certified";
  /** Cases of one sample: more where one takes much less than a hundredth of a second; 1 unless given. */
  readonly block?: number;
  /** Samples needed before it says anything; 1 unless given. */
  readonly least?: number;
  readonly levels?: readonly Level[];
  /** Where the claim is asymptotic, so that a case inside the hypotheses' finite reading (constants 1) refutes that reading only. */
  readonly asymptotic?: boolean;
  /** By which the smallest counterexample is chosen; the length of its JSON unless given. */
  size?(drawn: Case): number;
  /** Cases judged while one that fails is shrunk, at most: fewer where one is a whole training; 200 unless given. */
  readonly shrinks?: number;
  /** A run file that shows the case, and what runs it: `dynamics` unless given. */
  run?(drawn: Case): unknown;
  readonly command?: "simulate" | "dynamics";
}

interface Sample {
  readonly tried: number;
  readonly counterexample?: Counterexample;
}

/** How large a case is, where its check does not say: the length of its text. */
const textLength = (drawn: unknown) => JSON.stringify(drawn).length;

/**
 * Evidence of grade "tested": cases drawn by fast-check, and of those that fail the smallest that shrinking finds.
 *
 * @param options the cases, what a violation is, and how many make a sample
 * @returns the check; it contradicts with one violation, where the claim is not asymptotic
 * Source: ours, on fast-check.
 * @example
 * const squares = property({ name: "squares", about: "x^2 >= 0", cases: fc.integer(), violation: (x) => (x * x >= 0 ? undefined : `${x}`) })
 * squares.judge([squares.sample(0, { seed: 1, level: 1 })]).verdict // => "holds"
 */
export function property<Case>(options: PropertyOptions<Case>): Check<Sample> {
  const { name, about, cases, violation, grade = "tested", block = 1, least = 1 } = options;
  const { asymptotic = false, size = textLength, shrinks = SHRINKS, run, command = "dynamics" } = options;

  const counterexampleOf = (found: Case, reason: string): Counterexample => ({
    case: found,
    violation: reason,
    ...(run && { run: run(found), command }),
  });

  function sample(index: number, context: Context): Sample {
    let judged = 0;
    let failed: { found: Case; reason: string } | undefined;
    const holds = fc.property(cases, (drawn) => {
      if (failed && ++judged > shrinks) return true;
      const reason = violation(drawn, context);
      if (reason === undefined) return true;
      failed = { found: drawn, reason };
      return false;
    });
    const { numRuns, errorInstance } = fc.check(holds, { seed: caseSeed(context.seed, index) | 0, numRuns: block });
    // A case that could not be judged says nothing; fast-check only notes what was thrown.
    if (errorInstance && !failed) throw errorInstance;
    return { tried: numRuns, ...(failed && { counterexample: counterexampleOf(failed.found, failed.reason) }) };
  }

  function judge(samples: readonly Sample[]): Finding {
    const tried = samples.reduce((sum, one) => sum + one.tried, 0);
    const failing = samples.flatMap(({ counterexample }) => (counterexample ? [counterexample] : []));
    const figures = { cases: tried, samples: samples.length, failing: failing.length };
    if (tried === 0) return { verdict: "inconclusive", reason: "every case was passed over", figures };
    const [counterexample] = failing.toSorted((a, b) => size(a.case as Case) - size(b.case as Case));
    if (!counterexample) return { verdict: "holds", reason: `${tried} cases, none violates it`, figures };
    const found = `${failing.length} of ${samples.length} samples violate it; the smallest: ${counterexample.violation}`;
    return asymptotic
      ? {
          verdict: "inconclusive",
          reason: `the hypotheses read with constants 1 do not suffice at these sizes: ${found}`,
          figures,
          counterexample,
        }
      : { verdict: "contradicted", reason: found, figures, counterexample };
  }

  return {
    ...{ name, about, grade, least, most: Number.MAX_SAFE_INTEGER, sample, judge },
    ...scopeOf(options),
    recheck(remembered, context) {
      const reason = violation(remembered as Case, context);
      return {
        tried: 1,
        ...(reason !== undefined && { counterexample: counterexampleOf(remembered as Case, reason) }),
      };
    },
  };
}
