import { certify } from "../../src/certified/certify.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import type { Interval } from "../../src/interval/interval.ts";
import { point } from "../../src/interval/interval.ts";
import { isText, mustBe, mustBeOptions } from "../../src/setting/mustBe.ts";
import { finish } from "../../src/sim/follow.ts";
import type { PerClass } from "../../src/sim/trajectory.ts";
import type { Check, Finding } from "../claim.ts";
import { type RunInput, runOf } from "../meeting.ts";
import { madeHere } from "../place.ts";
import { caseSeed } from "./caseSeed.ts";
import { scopeOf } from "./scope.ts";

/** The end of a training, as far as it is known. */
export interface KnownEnd {
  readonly trainError: Interval;
  readonly featureLearning: PerClass<Interval>;
}

/** What a certified check is made of. */
export interface CertifiedOptions extends Pick<Check, "name" | "about" | "at" | "reading"> {
  /** The training of a seed. */
  run(seed: number): RunInput;
  /** Whether it is sure that the end is as claimed, and whether it is sure that it is not. */
  came(end: KnownEnd): boolean;
  failed(end: KnownEnd): boolean;
  /** The most digits after the point; 320 unless given. */
  readonly digits?: number;
}

/** Seeds that are looked at in doubles for one start that ends as claimed. */
const LOOKED = 40;

interface Sample {
  /** Seeds looked at, the last of them is the start; it ends as claimed in doubles, unless none did. */
  readonly looked: number;
  readonly seed?: number;
  /** What the enclosures say: as claimed, otherwise, or null where they are too wide. */
  readonly came?: boolean | null;
  readonly precision?: string;
  readonly undecided?: string;
}

/** What doubles say of the end of a training. */
function inDoubles(input: RunInput): KnownEnd {
  const { final } = finish(dynamics(runOf({ ...input, testSize: 1 })));
  const { "+1": plus, "-1": minus } = final.featureLearning;
  return { trainError: point(final.trainError), featureLearning: { "+1": point(plus), "-1": point(minus) } };
}

/**
 * Starts whose training is certified: real arithmetic leads from them to an end as claimed.
 *
 * A start is the first of the case's seeds from which the training in doubles ends as claimed; what is certified of it is true of that start, and says
 * nothing of how many starts are like it.
 *
 * @param options name, sentence, the training of a seed, and what of an end is claimed
 * @returns the check, of grade "certified": it holds where every start is certified to end so; else it is inconclusive
 * @throws InputError for options with which nothing can be certified
 * Source: docs/notes/certified.md.
 */
export function certifiedStarts(options: CertifiedOptions): Check<Sample> {
  mustBeOptions(options, "certifiedStarts");
  const { name, about, run, came, failed, digits = 320 } = options;
  mustBe(isText(name), "name of certified starts", "a text", name, "say what is certified");
  mustBe(typeof run === "function", `run of ${name}`, "a function", run, "it makes the training of a seed");

  function sample(index: number, context: { readonly seed: number }): Sample {
    for (let looked = 1; looked <= LOOKED; looked++) {
      const seed = caseSeed(context.seed, index * LOOKED + looked);
      const input = run(seed);
      if (!came(inDoubles(input))) continue;
      const asked = { arithmetic: "binary", digits, until: ["features", "margins"] } as const;
      const { tried, history, undecided } = finish(certify(runOf({ ...input, testSize: 1 }), asked));
      const end = history.at(-1);
      const precision = String(tried.at(-1)?.precision);
      if (undecided !== undefined || !end)
        return { looked, seed, came: null, precision, ...(undecided && { undecided }) };
      const sure = came(end) || failed(end);
      return { looked, seed, came: sure ? came(end) : null, precision };
    }
    return { looked: LOOKED };
  }

  function judge(samples: readonly Sample[]): Finding {
    const looked = samples.reduce((sum, one) => sum + one.looked, 0);
    const starts = samples.filter(({ seed }) => seed !== undefined);
    const certified = starts.filter((one) => one.came === true).length;
    const figures = { starts: starts.length, certified, looked };
    const found = `of ${looked} starts looked at in doubles ${starts.length} end so`;
    if (starts.length === 0) return { verdict: "inconclusive", reason: found, figures };
    const open = starts.find((one) => one.came === null);
    const otherwise = starts.find((one) => one.came === false);
    const taken = starts.flatMap(({ precision }) => (precision === "doubles" ? [] : [Number(precision)]));
    if (certified === starts.length) {
      const with_ = taken.length === 0 ? "intervals of doubles" : `up to ${Math.max(...taken)} digits after the point`;
      const these = certified === 1 ? "this 1 start" : `these ${certified} starts`;
      return { verdict: "holds", reason: `for ${these}, rigorously, with ${with_}; ${found}`, figures };
    }
    const reason = otherwise
      ? `the training of seed ${otherwise.seed} ends otherwise in real arithmetic than in doubles`
      : `the training of seed ${open?.seed} is not decided: ${open?.undecided ?? "its end is too wide"}`;
    return { verdict: "inconclusive", reason: `${certified} of ${starts.length} starts certified; ${reason}`, figures };
  }

  return madeHere({
    ...{ name, about, grade: "certified", part: "certified starts", levels: [1], least: 1, most: 1000, sample, judge },
    ...scopeOf(options, "chosen"),
  });
}
