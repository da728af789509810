import { certify } from "../../../src/certified/certify.ts";
import type { CertifiedMoment } from "../../../src/certified/moment.ts";
import { type Rest, restOf } from "../../../src/certified/rest.ts";
import { problemOf } from "../../../src/dynamics/problem.ts";
import { abs } from "../../../src/interval/arithmetic.ts";
import { type Interval, point } from "../../../src/interval/interval.ts";
import { max } from "../../../src/interval/minMax.ts";
import { finish } from "../../../src/sim/follow.ts";
import { caseSeed } from "../../checks/caseSeed.ts";
import type { Check, Finding } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { madeHere } from "../../place.ts";
import { polylog } from "../choices/adamChoices.ts";
import { type Choice, chosenRun } from "../choices/chosenRun.ts";
import { choiceSizes, sizesText } from "../choices/sizes.ts";
import { escape, SLOW, stepFor } from "./stuck.ts";

/** In sigma0/eta: weights are gone after three or four, their second moments beside eps after some more. */
const LENGTH = 5;
const DIGITS = 640;

/** Small enough to be enclosed; every hypothesis of cor-4.3 is met with the constant 1. */
const CHOICE: Choice = { ...SLOW, m: 2, alpha: 0.2, lr: stepFor(SLOW.sigma0), decay: ["adam-strong-decay", 4] };

/** The training of a seed, recorded after every step. */
export const stuckRun = (seed: number): RunInput => ({
  ...chosenRun(CHOICE, Math.ceil((LENGTH * CHOICE.sigma0) / stepFor(CHOICE.sigma0)), seed),
  ...{ testSize: 1, recordEvery: 1 },
});

/** The largest size among enclosures. */
const largest = (all: readonly Interval[]): Interval => all.map(abs).reduce((x, y) => max(x, y), point(0));

/** Starts that move in doubles are passed over: so many at most for one that stays, whose seeds are far from those of other cases. */
const LOOKED = 40;
const APART = 1_000_000;

interface Sample {
  readonly looked: number;
  readonly seed: number;
  readonly rest?: Rest;
  /** What is not as claimed, or not decided. */
  readonly otherwise?: string;
}

/** Where coefficients leave `multiple` times their largest start before they rest; undefined where they surely do not, and rest below it. */
function leaves(history: readonly CertifiedMoment[], lengths: readonly number[], rest: Rest, multiple: number) {
  const sizes = (moment: CertifiedMoment) => [largest(moment.signal.flat()), largest(moment.noise.flat(2))] as const;
  const [u, x] = sizes(history[0] as CertifiedMoment);
  for (const moment of history) {
    const [nowU, nowX] = sizes(moment);
    if (nowU.hi > multiple * u.lo) return `<w,v> may leave its scale at step ${moment.step}`;
    if (nowX.hi > multiple * x.lo) return `<w,xi_i> may leave its scale at step ${moment.step}`;
  }
  // A sum of at most thousands of terms: 1.001 is more than its rounding.
  const longest = 1.001 * Math.max(...lengths);
  return rest.weight > u.lo || longest * rest.weight > x.lo ? "the region is larger than the start" : undefined;
}

function sampleOf(seed: number, multiple: number): Omit<Sample, "looked"> {
  const run = runOf(stuckRun(seed));
  const { examples } = problemOf(run).start;
  let rest: Rest | undefined;
  const { history, undecided } = finish(
    certify(run, {
      ...{ arithmetic: "binary", digits: DIGITS, until: [] },
      atEnd(training, { bounds }) {
        const { weights, memories } = training.state();
        const state = weights.map((weight, at) => {
          const { mom, sec } = memories[at] as Record<"mom" | "sec", typeof weight>;
          return { weight: bounds(weight), mom: bounds(mom), sec: bounds(sec) };
        });
        rest = restOf(run.optimizer, run.setting.q, examples, state);
        // More digits help where a weight is not known beside a step; where all are, they do not.
        const known = state.every(({ weight: { lo, hi } }) => hi - lo < run.optimizer.lr / 100);
        return rest || known ? undefined : "whether all weights are in a region that no step leaves";
      },
    }),
  );
  if (!rest) return { seed, otherwise: undecided ?? "no region was found that no step leaves" };
  const lengths = Array.from({ length: examples.count }, (_, i) =>
    examples.values.subarray(examples.rows[i], examples.rows[i + 1]).reduce((sum, x) => sum + Math.abs(x), 0),
  );
  const otherwise = leaves(history, lengths, rest, multiple);
  return otherwise === undefined ? { seed, rest } : { seed, otherwise };
}

/**
 * Starts from which Adam with strong decay is stuck for ever: enclosed at every step until all weights lie in a region that no step leaves.
 *
 * @param multiple of log n times the largest start that coefficients never pass
 * @returns a check of grade certified; "holds" where it is so of every start that stays in doubles
 */
export function stuckForever(multiple: number): Check {
  function judge(samples: readonly Sample[]): Finding {
    const failed = samples.find(({ otherwise }) => otherwise !== undefined);
    const certified = samples.filter(({ rest }) => rest !== undefined);
    const looked = samples.reduce((sum, one) => sum + one.looked, 0);
    const figures = { looked, starts: samples.length, certified: certified.length };
    const found = `of ${looked} starts looked at in doubles ${samples.length} stay`;
    if (failed)
      return {
        ...{ verdict: "inconclusive", figures },
        reason: `${certified.length} of ${samples.length} starts are certified; of seed ${failed.seed} ${failed.otherwise}`,
      };
    const most = (of: (rest: Rest) => number) =>
      Math.max(...certified.map(({ rest }) => of(rest as Rest))).toPrecision(3);
    return {
      ...{ verdict: "holds", figures },
      reason: `for ${certified.length === 1 ? "this 1 start" : `these ${certified.length} starts`}, rigorously and for ever, whatever batches come: at the end all weights are below ${most(({ weight }) => weight)}, in a region that each step maps into ${most(({ factor }) => factor)} of itself; ${found}`,
    };
  }
  return madeHere({
    ...{ name: "certified, for ever", grade: "certified", scope: "chosen", part: "certified starts", levels: [1] },
    about: `starts from which, in real arithmetic, no coefficient passes log n times the largest start, at any time: enclosed after every step, and then in a region that no step leaves`,
    at: sizesText(choiceSizes(CHOICE)),
    ...{ least: 1, most: 1000, judge },
    sample(index, context) {
      const most = multiple * polylog(CHOICE.n);
      for (let looked = 1; ; looked++) {
        const seed = caseSeed(context.seed, index + (looked - 1) * APART);
        if (escape(stuckRun(seed), { seed, level: 1 }, most) === undefined) return { looked, ...sampleOf(seed, most) };
        if (looked === LOOKED) return { looked, seed, otherwise: "coefficients leave their scale in doubles" };
      }
    },
  } satisfies Check<Sample>) as Check;
}
