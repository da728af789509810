import fc from "fast-check";
import { isText, mustBe, mustBeOptions, mustReturn } from "../../src/setting/mustBe.ts";
import type { Check, Context, Counterexample, Finding, Level, Share } from "../claim.ts";
import { madeHere } from "../place.ts";
import { FAILS, WITH_CONSTANTS } from "./asymptotic.ts";
import { caseSeed } from "./caseSeed.ts";
import { scopeOf } from "./scope.ts";
import { shareOf, shareText } from "./share.ts";

/** Samples of an asymptotic claim: where all of 6 cases agree, the 95% interval of their share begins above a half. */
const LEAST_ASYMPTOTIC = 6;
/** Cases judged while one that fails is shrunk, at most, unless given. */
const SHRINKS = 200;

/** What a property is made of; `Case` is JSON. */
export interface PropertyOptions<Case> extends Pick<Check, "name" | "about" | "reading" | "part" | "anyOptimizer"> {
  readonly cases: fc.Arbitrary<Case>;
  /** How a case violates the claim; undefined where it does not. */
  violation(drawn: Case, context: Context): string | undefined;
  /** "tested" unless `violation` rounds outward: then "certified". */
  readonly grade?: "tested" | "certified";
  /** Cases of one sample: more where one takes much less than a hundredth of a second; 1 unless given. */
  readonly block?: number;
  /** Samples needed before it says anything; 1 unless given, 6 where the claim is asymptotic. */
  readonly least?: number;
  readonly levels?: readonly Level[];
  /**
   * Where the claim is asymptotic: a case at one n that meets the hypotheses, each read with the constant 1, refutes that reading and no
   * statement about n -> infinity, so that the property never contradicts, however many cases fail. What happens as n grows can: `trend` for the
   * outcomes of whole runs, `scaling` for quantities. Cases are drawn without fast-check's liking for the ends of ranges, and the share that agrees is
   * one of the generator's own cases.
   */
  readonly asymptotic?: boolean;
  /** By which the smallest counterexample is chosen; the length of its JSON unless given. */
  size?(drawn: Case): number;
  /** Cases judged while one that fails is shrunk, at most: fewer where one is a whole training; 200 unless given. */
  readonly shrinks?: number;
  /** A run file that shows the case, and what runs it: `dynamics` unless given. */
  run?(drawn: Case, context: Context): unknown;
  readonly command?: "simulate" | "dynamics";
}

interface Sample {
  readonly tried: number;
  /** A case that was kept because it had failed, and so speaks for no share. */
  readonly remembered?: true;
  readonly counterexample?: Counterexample;
}

/**
 * The share of cases that agree. A sample ends at its first violation: the likelihood of a share is the one of so many cases all the same, and
 * where no case fails it is theirs exactly.
 */
function shareIn(samples: readonly Sample[]): Share | undefined {
  const tried = samples.reduce((sum, one) => sum + one.tried, 0);
  const failed = samples.filter(({ counterexample }) => counterexample !== undefined).length;
  return tried === 0 ? undefined : shareOf(tried - failed, tried);
}

/** How large a case is, where its check does not say: the length of its text. */
const textLength = (drawn: unknown) => JSON.stringify(drawn).length;

/** Refuses options with which nothing can be tested. */
function mustBeProperty(options: Omit<PropertyOptions<never>, "cases"> & { readonly cases: unknown }): void {
  const { name, cases, violation, block = 1, shrinks = 0, grade = "tested", command = "dynamics" } = options;
  mustBe(isText(name), "name of a property", "a text", name, "say what is tested");
  const of = (field: string) => `${field} of property ${name}`;
  const draws = typeof (cases as fc.Arbitrary<unknown> | undefined)?.generate === "function";
  mustBe(draws, of("cases"), "an arbitrary of fast-check", cases, 'make it with fc of "fast-check"');
  mustBe(typeof violation === "function", of("violation"), "a function", violation, "it says how a case fails");
  mustBe(Number.isInteger(block) && block >= 1, of("block"), "an integer >= 1", block, "it counts cases");
  mustBe(Number.isInteger(shrinks) && shrinks >= 0, of("shrinks"), "an integer >= 0", shrinks, "it counts cases");
  mustBe(["tested", "certified"].includes(grade), of("grade"), '"tested" or "certified"', grade, "correct it");
  mustBe(["simulate", "dynamics"].includes(command), of("command"), '"simulate" or "dynamics"', command, "correct it");
}

/**
 * Evidence of grade "tested": cases drawn by fast-check, and of those that fail the smallest that shrinking finds.
 *
 * @param options the cases, what a violation is, and how many make a sample
 * @returns the check; one violation contradicts, but where the claim is asymptotic it fails with constants 1, which is less
 * Source: ours, on fast-check.
 * @example
 * const squares = property({ name: "squares", about: "x^2 >= 0", cases: fc.integer(), violation: (x) => (x * x >= 0 ? undefined : `${x}`) })
 * squares.judge([squares.sample(0, { seed: 1, level: 1 })]).verdict // => "holds"
 */
export function property<Case>(options: PropertyOptions<Case>): Check<Sample> {
  mustBeOptions(options, "property");
  const { name, about, cases, violation, grade = "tested", block = 1 } = options;
  const {
    asymptotic = false,
    least = asymptotic ? LEAST_ASYMPTOTIC : 1,
    size = textLength,
    shrinks = SHRINKS,
    run,
    command = "dynamics",
  } = options;

  mustBeProperty(options);
  const judgeCase = (drawn: Case, context: Context): string | undefined => {
    context.begins?.();
    const said = violation(drawn, context);
    return mustReturn(said === undefined || isText(said), "violation", "a sentence or undefined", said);
  };

  const counterexampleOf = (found: Case, reason: string, context: Context): Counterexample => ({
    case: found,
    violation: reason,
    ...(run && { run: run(found, context), command }),
  });

  function sample(index: number, context: Context): Sample {
    let judged = 0;
    let failed: { found: Case; reason: string } | undefined;
    const holds = fc.property(cases, (drawn) => {
      if (failed && ++judged > shrinks) return true;
      const reason = judgeCase(drawn, context);
      if (reason === undefined) return true;
      failed = { found: drawn, reason };
      return false;
    });
    const { numRuns, errorInstance } = fc.check(holds, {
      seed: caseSeed(context.seed, index) | 0,
      numRuns: block,
      unbiased: asymptotic,
    });
    // A case that could not be judged says nothing; fast-check only notes what was thrown.
    if (errorInstance && !failed) throw errorInstance;
    return {
      tried: numRuns,
      ...(failed && { counterexample: counterexampleOf(failed.found, failed.reason, context) }),
    };
  }

  function judge(samples: readonly Sample[]): Finding {
    const tried = samples.reduce((sum, one) => sum + one.tried, 0);
    const failing = samples.flatMap(({ counterexample }) => (counterexample ? [counterexample] : []));
    const figures = { cases: tried, samples: samples.length, failing: failing.length };
    if (tried === 0) return { verdict: "inconclusive", reason: "every case was passed over", figures };
    const share = shareIn(samples.filter(({ remembered }) => !remembered));
    const sizeOf = (one: Counterexample): number => {
      const found = size(one.case as Case);
      return mustReturn(Number.isFinite(found), "size", "a finite number", found);
    };
    const [counterexample] = failing.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    if (!counterexample)
      return { verdict: "holds", reason: `${tried} cases, none violates it`, figures, ...(share && { share }) };
    const agreeing = share ? shareText(share, "cases agree") : "a remembered case violates it";
    return {
      verdict: asymptotic ? FAILS : "contradicted",
      reason: `${agreeing}${asymptotic ? WITH_CONSTANTS : ""}; the smallest that does not: ${counterexample.violation}`,
      ...{ figures, ...(share && { share }), counterexample },
    };
  }

  return madeHere({
    ...{ name, about, grade, least, most: Number.MAX_SAFE_INTEGER, sample, judge },
    ...scopeOf(options, "wherever"),
    first: (context) => fc.sample(cases, { seed: caseSeed(context.seed, 0) | 0, numRuns: 1, unbiased: asymptotic })[0],
    recheck(remembered, context) {
      const reason = judgeCase(remembered as Case, context);
      return {
        ...{ tried: 1, remembered: true },
        ...(reason !== undefined && { counterexample: counterexampleOf(remembered as Case, reason, context) }),
      };
    },
  });
}
