import type { CertifiedMoment } from "../../../src/certified/moment.ts";
import { INTERVALS } from "../../../src/interval/arithmetic.ts";
import { point } from "../../../src/interval/interval.ts";
import { type CertifiedPath, certifiedPaths } from "../../checks/certifiedPaths.ts";
import type { Check } from "../../claim.ts";
import type { RunInput } from "../../meeting.ts";
import { atMost, every, featuresOf, largestResponse } from "../evidence/enclosed.ts";
import { gdFamily, gdSizes } from "./gdTraining.ts";

const { number, mul, sub, div, power } = INTERVALS;

/** Few enough steps to be enclosed. */
const LETTERS = { lr: 0.5, sigma0: 0.03, q: 3 };

const raceRun = (seed: number): RunInput => ({ ...gdFamily({ ...LETTERS, seed }), recordEvery: 1 });

/** Moments until both features are surely 1/m or more, the last of them such a one; undefined where that is not sure of any. */
function untilLearnt({ run, moments }: CertifiedPath): readonly CertifiedMoment[] | undefined {
  const learnt = moments.findIndex((moment) => featuresOf(moment).every(({ lo }) => lo * run.setting.m >= 1));
  return learnt < 0 ? undefined : moments.slice(0, learnt + 1);
}

const certifiedRace = (about: string, says: (path: CertifiedPath) => boolean | undefined): Check =>
  certifiedPaths({
    ...{ name: "certified, GD", at: gdSizes({ q: LETTERS.q, eta: LETTERS.lr, sigma0: LETTERS.sigma0 }), run: raceRun },
    about: `starts from which, in real arithmetic, ${about} until both features are 1/m: enclosed at every step`,
    says,
  }) as Check;

/** Whether a class's feature surely grows by share eta (q p/2) L^(q-1) in a step, L below 1/m before it. */
function grows({ run, problem }: CertifiedPath, side: 0 | 1, pair: readonly CertifiedMoment[], share: number) {
  const [before, after] = pair.map((moment) => featuresOf(moment)[side]);
  if (!before || !after || before.lo * run.setting.m >= 1) return true;
  const { labels, count } = problem.start.examples;
  const own = labels.reduce((sum, y) => sum + (y === (side === 0 ? 1 : -1) ? 1 : 0), 0);
  const { q } = run.setting;
  const rate = div(mul(number(run.optimizer.lr), number(share * q * own)), number(2 * count));
  return atMost(mul(rate, power(before, q - 1)), sub(after, before));
}

/** That the feature grows like a tensor power until it is 1/m. */
export const certifiedGrowth = (share: number): Check =>
  certifiedRace(`L grows by ${share} eta (q p_j/2) L^(q-1) in every step`, (path) => {
    if (path.moments[0] && featuresOf(path.moments[0]).some(({ hi }) => hi <= 0)) return false;
    const moments = untilLearnt(path);
    return (
      moments &&
      every(
        moments
          .slice(1)
          .flatMap((after, k) =>
            ([0, 1] as const).map((side) => grows(path, side, [moments[k] as CertifiedMoment, after], share)),
          ),
      )
    );
  });

/** That the largest noise stays below a multiple of its start. */
export const certifiedNoise = (times: number): Check =>
  certifiedRace(`Gamma stays below ${times} times its start`, (path) => {
    const start = largestResponse(path, path.moments[0]);
    const moments = untilLearnt(path);
    const bound = mul(point(times), start);
    return moments && every(moments.map((moment) => atMost(largestResponse(path, moment), bound)));
  });
