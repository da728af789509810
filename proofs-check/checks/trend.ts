import { isText, mustBe, mustBeOptions, mustReturn } from "../../src/setting/mustBe.ts";
import { fisherExact, type Hits } from "../../src/statistics/fisherExact.ts";
import type { Check, Context, Finding, Level, SharePoint, Verdict } from "../claim.ts";
import { madeHere } from "../place.ts";
import { FAILS, NO_CONTRADICTION } from "./asymptotic.ts";
import { caseSeed } from "./caseSeed.ts";
import { digits } from "./interval.ts";
import { scopeOf, sizesIn } from "./scope.ts";
import { shareOf, shareRange } from "./share.ts";

/** Seeds, as for a frequency: where all of 6 agree, the 95% interval of their share begins above a half. */
const LEAST = 6;
/** Of a test, so that it is as strict as one end of a 95% interval. */
const TAIL = 0.025;

/** What a trend is made of. */
export interface TrendOptions extends Pick<Check, "name" | "about" | "reading" | "part" | "anyOptimizer" | "at"> {
  /** Values of n: two or more, rising. */
  readonly grid: readonly number[];
  /** Whether the outcome came about at this n with this seed; null where the run could not tell. */
  outcome(n: number, seed: number, context: Context): boolean | null;
  /** The share that is claimed at n, such as 1 - 1/n; it must not fall with n. */
  claimed(n: number): number;
  /** Seeds needed at every n; 6 unless given. */
  readonly least?: number;
  readonly levels?: readonly Level[];
}

/** The outcome at every n of the grid, each with a seed of its own. */
type Sample = readonly (boolean | null)[];

/** Refuses a study that can show no trend. */
function mustBeTrend({ name, grid, outcome, claimed }: TrendOptions): void {
  mustBe(isText(name), "name of a trend", "a text", name, "say what is counted");
  const of = (field: string) => `${field} of trend ${name}`;
  const rising =
    Array.isArray(grid) && grid.every((n, k) => typeof n === "number" && n > (grid[k - 1] ?? 0) && n < Infinity);
  mustBe(rising && grid.length >= 2, of("grid"), "two or more numbers > 0, the smallest first", grid, "correct it");
  mustBe(typeof outcome === "function", of("outcome"), "a function", outcome, "it says what came of a seed");
  mustBe(typeof claimed === "function", of("claimed"), "a function", claimed, "it gives the share claimed at n");
  const shares = grid.map((n) => claimed(n));
  const right = shares.every((share, k) => typeof share === "number" && share >= (shares[k - 1] ?? 0) && share <= 1);
  mustBe(right, of("claimed"), "from 0 to 1, and nowhere falling, on the grid", shares, "correct it");
}

/** Hits and trials of several n together. */
const together = (points: readonly SharePoint[]): Hits => ({
  hits: points.reduce((sum, { agree }) => sum + agree, 0),
  trials: points.reduce((sum, { of }) => sum + of, 0),
});

/** What the largest n and the trend say, in a word and in a sentence. */
function concluded({ x, low, high, claimed }: SharePoint, falls: boolean): readonly [Verdict, string] {
  if (high < claimed) {
    return falls
      ? ["contradicted", `it falls, and is below what is claimed at n = ${x}`]
      : [FAILS, `it is below what is claimed at n = ${x}${NO_CONTRADICTION}`];
  }
  if (falls) return ["inconclusive", `it falls, but may be what is claimed at n = ${x}`];
  const often = Math.min(0.5, claimed);
  return low >= often ? ["holds", "it does not fall"] : ["inconclusive", `it may be below ${often} at n = ${x}`];
}

/**
 * Evidence of grade "measured" for an asymptotic statement about whole runs: the share that ends as claimed at each n, with its
 * Clopper-Pearson interval (95%), and whether it falls as n grows.
 *
 * It falls if Fisher's exact test, of the lower half of the grid against the upper one, gives 2.5% or less (an odd grid's middle belongs to none).
 * At the largest n the share is below what is claimed if its interval is.
 * contradicted: it falls and is below;  fails with constants 1: it is below;
 * holds: neither, and the interval at the largest n is at or above a half (or above what is claimed, if that is less);  inconclusive: else, and where
 * fewer than half of the seeds could tell at some n.
 *
 * A share that nowhere falls on the grid is contradicted with probability 2.5% at most, and so is one that is what is claimed at the largest n:
 * either test alone errs no more often. One that is low without falling contradicts nothing, since it may rise beyond the grid; one that falls on the
 * whole grid and rises beyond it is called contradicted, and no finite study could tell (docs/notes/trend.md).
 *
 * @param options the grid, the outcome of a seed at each n, and the share claimed as a function of n
 * @returns the check; a sample is a seed at every n, all of them independent
 * Source: ours; docs/notes/trend.md.
 * @example
 * const better = trend({ name: "better", about: "ever more often", grid: [16, 64], outcome: () => true, claimed: (n) => 1 - 1 / n })
 * better.judge([0, 1, 2, 3, 4, 5].map((k) => better.sample(k, { seed: 1, level: 1 }))).verdict // => "holds"
 */
export function trend(options: TrendOptions): Check<Sample> {
  mustBeOptions(options, "trend");
  const { name, about, grid, outcome, claimed, least = LEAST } = options;
  mustBeTrend(options);
  const half = grid.length >> 1;

  function judge(samples: readonly Sample[]): Finding {
    const told = grid.map((_, k) => samples.map((sample) => sample[k]).filter((came) => typeof came === "boolean"));
    const seeds = told.reduce((sum, some) => sum + some.length, 0);
    const counts = { seeds, untold: grid.length * samples.length - seeds };
    const silent = grid.filter((_, k) => 2 * (told[k] as boolean[]).length < samples.length);
    if (silent.length > 0) {
      const reason = `fewer than half of ${samples.length} seeds could tell at n = ${silent.join(", ")}`;
      return { verdict: "inconclusive", reason, figures: counts };
    }
    const points = grid.map((n, k): SharePoint => {
      const some = told[k] as boolean[];
      return { x: n, ...shareOf(some.filter(Boolean).length, some.length), claimed: claimed(n) };
    });
    const last = points.at(-1) as SharePoint;
    const [early, late] = [together(points.slice(0, half)), together(points.slice(-half))];
    const [fall, rise] = [fisherExact(early, late), fisherExact(late, early)];
    const [verdict, because] = concluded(last, fall <= TAIL);
    const shares = points.map((point) => `n = ${point.x}: ${point.agree} of ${point.of} (${shareRange(point)})`);
    const more = counts.untold > 0 ? `, ${counts.untold} more could not tell` : "";
    const [way, p] = fall <= rise ? ["fall", fall] : ["rise", rise];
    const halves = `${early.hits} of ${early.trials}, then ${late.hits} of ${late.trials}, p = ${digits(p)} for a ${way}`;
    const figures = {
      ...{ ...counts, from: grid[0] as number, to: last.x, fall: digits(fall), rise: digits(rise) },
      ...{ share: digits(last.agree / last.of), low: digits(last.low), high: digits(last.high) },
      claimed: digits(last.claimed),
    };
    return {
      verdict,
      reason: `${shares.join(", ")}${more}, against ${digits(last.claimed)} at the largest; halves of the grid: ${halves}; ${because}`,
      ...{ figures, points, share: shareOf(last.agree, last.of) },
    };
  }

  return madeHere({
    ...{ name, about, grade: "measured", least, most: 1000, judge },
    ...scopeOf({ ...options, at: sizesIn(options.at, "n", grid) }, "chosen"),
    sample: (index, context) =>
      grid.map((n, k) => {
        context.begins?.();
        const came = outcome(n, caseSeed(context.seed, index * grid.length + k), context);
        return mustReturn(came === null || typeof came === "boolean", "outcome", "true, false or null", came);
      }),
  });
}
