import { isRange, isText, mustBe, mustBeOptions, mustReturn } from "../../src/setting/mustBe.ts";
import type { Check, Context, Finding, Level } from "../claim.ts";
import { madeHere } from "../place.ts";
import { FAILS, WITH_CONSTANTS } from "./asymptotic.ts";
import { caseSeed } from "./caseSeed.ts";
import { digits, verdictWithin } from "./interval.ts";
import { scopeOf } from "./scope.ts";
import { shareOf, shareText } from "./share.ts";
import { mustShow, type Shown, type ShownBy, shownBest, shownText } from "./shown.ts";

/** An outcome, with what shows it: of a seed that goes against the claim. */
export interface ShownOutcome extends Shown {
  /** By how much it goes against the claim: of several seeds the one furthest from it is shown. */
  readonly by: number;
  readonly came: boolean;
}

/** What a frequency is made of. */
export interface FrequencyOptions extends Pick<Check, "name" | "about" | "reading" | "part" | "anyOptimizer" | "at"> {
  /** Whether the outcome came about with this seed; null where the run could not tell. With the runs that show it, where it goes against the claim. */
  outcome(seed: number, context: Context): boolean | null | ShownOutcome;
  /** Shares that the claim leaves possible: [0.5, 1] for "more often than not", the finite reading of "with high probability". */
  readonly claimed: readonly [number, number];
  /** Seeds needed; 6 unless given. */
  readonly least?: number;
  readonly levels?: readonly Level[];
  /**
   * Where the claim is asymptotic: a share at chosen sizes, however low, contradicts no statement about n -> infinity; then it fails with constants 1.
   * What happens to the share as n grows can contradict one: `trend`.
   */
  readonly asymptotic?: boolean;
}

type Sample = boolean | null | (ShownOutcome & ShownBy);

const cameOf = (sample: Sample): boolean | null => (typeof sample === "object" ? (sample?.came ?? null) : sample);

/** Seeds whose outcome goes against a share, and what shows it. */
const shownAgainst = (samples: readonly Sample[], came: boolean): ShownBy[] =>
  samples.filter((sample) => typeof sample === "object" && sample !== null).filter((sample) => sample.came === came);

/** The claimed shares in words: "at least 0.5". */
const asked = ([low, high]: readonly [number, number]): string => {
  if (high === 1) return `at least ${low}`;
  return low === 0 ? `at most ${high}` : `between ${low} and ${high}`;
};

/**
 * Evidence of grade "measured": how often whole runs end as claimed, with its Clopper-Pearson interval (95%).
 *
 * holds if the interval lies within the claimed shares, contradicted if it lies outside (fails with constants 1 where the claim is asymptotic),
 * else inconclusive. Where it does not hold, the seed that goes furthest against it is its counterexample, if outcomes say which runs show them.
 *
 * @param options the outcome of a seed, and the shares claimed
 * @returns the check; a sample is a seed
 * Source: ours.
 * @example
 * const heads = frequency({ name: "heads", about: "always", outcome: () => true, claimed: [0.5, 1] })
 * heads.judge([0, 1, 2, 3, 4, 5].map((k) => heads.sample(k, { seed: 1, level: 1 }))).verdict // => "holds"
 */
export function frequency(options: FrequencyOptions): Check<Sample> {
  mustBeOptions(options, "frequency");
  const { name, about, outcome, claimed, asymptotic = false, least = 6 } = options;
  mustBe(isText(name), "name of a frequency", "a text", name, "say what is counted");
  const of = (field: string) => `${field} of frequency ${name}`;
  mustBe(typeof outcome === "function", of("outcome"), "a function", outcome, "it says what came of a seed");
  mustBe(isRange(claimed, 0, 1), of("claimed"), "two shares from 0 to 1, the lower one first", claimed, "correct it");

  function judge(samples: readonly Sample[]): Finding {
    const told = samples.map(cameOf).filter((came) => came !== null);
    if (told.length === 0) return { verdict: "inconclusive", reason: `none of ${samples.length} seeds could tell` };
    const hits = told.filter(Boolean).length;
    const seen = shareOf(hits, told.length);
    const figures = {
      ...{ hits, seeds: told.length, untold: samples.length - told.length },
      ...{ share: digits(hits / told.length), low: digits(seen.low), high: digits(seen.high) },
    };
    const within = verdictWithin([seen.low, seen.high], claimed);
    const silent = figures.untold > 0 ? `, ${figures.untold} more could not tell` : "";
    const fails = asymptotic && within === "contradicted";
    // Too few came about, or too many.
    const counterexample =
      within === "contradicted" ? shownBest(shownAgainst(samples, seen.low > claimed[1])) : undefined;
    const reason = `${shareText(seen, "seeds")}${silent}, where ${asked(claimed)} is asked${fails ? WITH_CONSTANTS : ""}${shownText(counterexample, "the seed furthest from it")}`;
    return { verdict: fails ? FAILS : within, reason, figures, share: seen, ...(counterexample && { counterexample }) };
  }

  return madeHere({
    ...{ name, about, grade: "measured", least, most: 100000, judge },
    ...scopeOf(options, "chosen"),
    sample(index, context) {
      const seed = caseSeed(context.seed, index);
      const came = outcome(seed, context);
      if (typeof came === "object" && typeof came?.came === "boolean") {
        const shown = mustShow("outcome", came);
        mustReturn(Number.isFinite(came.by), "outcome", "by as a finite number", came.by);
        return { ...shown, seed };
      }
      const plain = came === null || typeof came === "boolean";
      return mustReturn(plain, "outcome", "true, false or null", came as boolean | null);
    },
  });
}
