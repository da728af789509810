import { log } from "../../src/numeric/log.ts";
import { isRange, isText, mustBe, mustBeOptions, mustReturn } from "../../src/setting/mustBe.ts";
import { mean } from "../../src/statistics/mean.ts";
import { medianInterval } from "../../src/statistics/medianInterval.ts";
import type { Check, Context, Finding, Level, MeasuredPoint } from "../claim.ts";
import { madeHere } from "../place.ts";
import { caseSeed } from "./caseSeed.ts";
import { digits, verdictWithin } from "./interval.ts";
import { scopeOf, sizesIn } from "./scope.ts";
import { mustShow, type Shown, type ShownBy, shownBest, shownText } from "./shown.ts";

/** Seeds below which no distribution-free interval of 95% exists for a median. */
const LEAST = 6;

/** What a scaling study is made of. */
export interface ScalingOptions extends Pick<Check, "name" | "about" | "reading" | "part" | "anyOptimizer" | "at"> {
  /** The letter that varies, alone. */
  readonly over: string;
  /** Its values: a geometric range. */
  readonly grid: readonly number[];
  /** The quantity > 0 at one value and one seed; null where the event that it is measured at did not come. */
  quantity(x: number, seed: number, context: Context): number | null;
  /** The claimed exponent, or the range that a bound O or Omega leaves: [-Infinity, 1] for O(x). */
  readonly claimed: number | readonly [number, number];
  /** How far a local slope at this range may lie from the exponent, and why: the polylog's share, rounding of integers. */
  readonly slack: { readonly exponent: number; readonly because: string };
  /** Seeds needed; 6 unless given. */
  readonly least?: number;
  readonly levels?: readonly Level[];
  /** What shows that a seed goes against the claim, from the quantity at every value of the grid. */
  shows?(seed: number, values: readonly number[], context: Context): Shown;
}

type Values = readonly (number | null)[];

/** The quantity at every value of the grid, for one seed; with what shows it, where the seed goes against the claim. */
type Sample = Values | { readonly values: readonly number[]; readonly against: Omit<ShownBy, "by"> };

const isPlain = (sample: Sample): sample is Values => Array.isArray(sample);

const valuesOf = (sample: Sample): Values => (isPlain(sample) ? sample : sample.values);

/** Whether every value of the grid has a quantity. */
const isWhole = (values: Values): values is readonly number[] =>
  values.every((value) => value !== null && value > 0 && value < Infinity);

/** Least squares of log y over log x: slope and intercept. */
function line(xs: readonly number[], ys: readonly number[]): { slope: number; intercept: number } {
  const [x, y] = [xs.map(log), ys.map(log)];
  const [mx, my] = [mean(x), mean(y)];
  const cross = x.reduce((sum, value, k) => sum + (value - mx) * ((y[k] as number) - my), 0);
  const slope = cross / x.reduce((sum, value) => sum + (value - mx) * (value - mx), 0);
  return { slope, intercept: my - slope * mx };
}

/** The claimed exponents in words: "1", "at least 1". */
function asked([low, high]: readonly [number, number]): string {
  if (low === high) return String(low);
  if (high === Infinity) return `at least ${low}`;
  return low === -Infinity ? `at most ${high}` : `${low} to ${high}`;
}

function pointOf(x: number, values: readonly number[]): MeasuredPoint {
  const { median, low, high } = medianInterval(values, values);
  return { x, median: digits(median), low: digits(low), high: digits(high) };
}

/** How many seeds a slope is of, and how many have none: "6 of 9 seeds, the other 3 did not come to it at every n". */
function seedsText(seeds: number, without: number, over: string): string {
  const left = without === 0 ? "" : `, the other ${without} did not come to it at every ${over}`;
  return `${seeds} of ${seeds + without} seeds${left}`;
}

/** Refuses a study that can measure no slope. */
function mustBeStudy({ name, over, grid, quantity, claimed, slack, shows }: ScalingOptions): void {
  mustBe(isText(name), "name of a scaling", "a text", name, "say what is measured");
  const of = (field: string) => `${field} of scaling ${name}`;
  mustBe(isText(over), of("over"), "a letter", over, "name what varies");
  const values = Array.isArray(grid) && grid.every((x) => typeof x === "number" && x > 0 && x < Infinity);
  mustBe(values && new Set(grid).size >= 2, of("grid"), "two or more different numbers > 0", grid, "correct it");
  mustBe(typeof quantity === "function", of("quantity"), "a function", quantity, "it measures at one value");
  const shown = shows === undefined || typeof shows === "function";
  mustBe(shown, of("shows"), "a function", shows, "leave it out where nothing is shown");
  const exponent = Number.isFinite(claimed) || isRange(claimed);
  mustBe(exponent, of("claimed"), "an exponent, or two with the lower one first", claimed, "correct it");
  mustBe(
    slack?.exponent >= 0 && slack.exponent < Infinity,
    of("slack.exponent"),
    "a number >= 0",
    slack?.exponent,
    "how far slopes may lie off",
  );
  mustBe(isText(slack.because), of("slack.because"), "a reason", slack.because, "say why slopes may lie off");
}

/**
 * Evidence of grade "measured": the slope of a quantity on doubly logarithmic scales against the claimed exponent.
 *
 * Each seed gives one slope, by least squares over the grid; the interval is the distribution-free one of the slopes' median (95% from 6 seeds on).
 * holds if the interval lies within the claimed range widened by the slack, contradicted if it lies outside, else inconclusive. Where it is
 * contradicted, the seed with the most usual slope, of those outside, is its counterexample, if `shows` says which runs show it.
 *
 * Seeds without the quantity at some value of the grid have no slope. They are counted, and what is said is said of the others alone: if those
 * are fewer than half, the finding is inconclusive whatever their slopes are.
 *
 * @param options letter, grid, quantity, claimed exponent and slack
 * @returns the check; a sample is a seed
 * Source: ours.
 * @example
 * const cube = scaling({ name: "cube", about: "a cube's volume", over: "x", grid: [1, 2, 4], quantity: (x) => x * x * x, claimed: 3, slack: { exponent: 1e-9, because: "rounding" } })
 * cube.judge([0, 1, 2, 3, 4, 5].map((k) => cube.sample(k, { seed: 1, level: 1 }))).verdict // => "holds"
 */
export function scaling(options: ScalingOptions): Check<Sample> {
  mustBeOptions(options, "scaling");
  const { name, about, over, grid, quantity, claimed, slack, least = LEAST, at } = options;
  mustBeStudy(options);
  const [low, high] = typeof claimed === "number" ? [claimed, claimed] : claimed;
  const range = typeof claimed === "number" ? `${claimed}` : `in [${low}, ${high}]`;
  const wide = [low - slack.exponent, high + slack.exponent] as const;
  const isWithin = (slope: number) => slope >= wide[0] && slope <= wide[1];

  /** Seeds whose slopes go against the claim, and what shows it: the nearer to the usual slope, the better. */
  const shownAgainst = (samples: readonly Sample[], usual: number): ShownBy[] =>
    samples.flatMap((sample) =>
      isPlain(sample) ? [] : [{ ...sample.against, by: -Math.abs(line(grid, sample.values).slope - usual) }],
    );

  function judge(samples: readonly Sample[]): Finding {
    const whole = samples.map(valuesOf).filter(isWhole);
    const without = samples.length - whole.length;
    const seeds = seedsText(whole.length, without, over);
    if (whole.length < LEAST) {
      const reason = `only ${seeds}; a slope needs ${LEAST}`;
      return { verdict: "inconclusive", reason, figures: { seeds: whole.length, without } };
    }
    const lines = whole.map((values) => line(grid, values));
    const slopes = lines.map(({ slope }) => slope);
    const { median, low: least95, high: most95, coverage } = medianInterval(slopes, slopes);
    const constants = lines.map(({ intercept }) => intercept).sort((a, b) => a - b);
    const figures = {
      over,
      ...{ from: Math.min(...grid), to: Math.max(...grid), seeds: whole.length, without },
      ...{ slope: digits(median), low: digits(least95), high: digits(most95), coverage: digits(coverage) },
      ...{ claimed: range, slack: slack.exponent, logConstant: digits(constants[constants.length >> 1] as number) },
    };
    const found = verdictWithin([least95, most95], wide);
    const few = without > whole.length;
    const counterexample = found === "contradicted" && !few ? shownBest(shownAgainst(samples, median)) : undefined;
    const level = digits(100 * coverage);
    const reason = `exponent of ${over} ${digits(median)} (${level}% interval ${digits(least95)} to ${digits(most95)}, ${seeds}) against ${asked([low, high])}, with ${slack.exponent} for ${slack.because}${few ? "; of fewer than half of the seeds a slope decides nothing" : ""}${shownText(counterexample, "a seed with a usual slope")}`;
    return {
      verdict: few ? "inconclusive" : found,
      reason,
      figures,
      points: grid.map((x, k) =>
        pointOf(
          x,
          whole.map((values) => values[k] as number),
        ),
      ),
      ...(counterexample && { counterexample }),
    };
  }

  return madeHere({
    ...{ name, about, grade: "measured", least, most: 1000, judge },
    ...scopeOf({ ...options, at: sizesIn(at, over, grid) }, "chosen"),
    sample(index, context) {
      const seed = caseSeed(context.seed, index);
      const values = grid.map((x) => {
        const found = quantity(x, seed, context);
        const right = found === null || (typeof found === "number" && !Number.isNaN(found));
        return mustReturn(right, "quantity", "a number or null", found);
      });
      if (!options.shows || !isWhole(values) || isWithin(line(grid, values).slope)) return values;
      return { values, against: { ...mustShow("shows", options.shows(seed, values, context)), seed } };
    },
  });
}
