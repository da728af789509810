import { momentRatio } from "../../../src/bounds/hypotheses/momentRatio.ts";
import { abs, INTERVALS } from "../../../src/interval/arithmetic.ts";
import { type Interval, point } from "../../../src/interval/interval.ts";
import { log } from "../../../src/numeric/log.ts";
import { type CertifiedPath, certifiedPaths } from "../../checks/certifiedPaths.ts";
import type { Check } from "../../claim.ts";
import { LARGE_PLACE, LARGE_W_PLACE, MINI_PLACE, MINI_W_PLACE } from "./certifiedEnds.ts";
import { atMost, every, featuresOf, largest, largestResponse, pushes, responsesOf } from "./enclosed.ts";

const { sub, add, mul } = INTERVALS;

const first = ({ moments }: CertifiedPath) => moments[0];
const last = ({ moments }: CertifiedPath) => moments.at(-1) as CertifiedPath["moments"][0];

/** In eta a step, every step: no feature moves by more than `most` of it. */
const featureAtMost = ({ run, moments }: CertifiedPath, most: number): boolean | undefined =>
  every(
    moments.slice(1).flatMap((after, k) => {
      const before = pushes(moments[k] as typeof after);
      return pushes(after).map((u, r) => atMost(abs(sub(u, before[r] as Interval)), point(most * run.optimizer.lr)));
    }),
  );

/** Every example's largest response grows by `least`. */
const noiseAtLeast = (path: CertifiedPath, least: number): boolean | undefined => {
  const before = responsesOf(path, first(path));
  return every(
    responsesOf(path, last(path)).map((now, i) =>
      atMost(point(least), sub(largest(now), largest(before[i] as readonly Interval[]))),
    ),
  );
};

/** Mean growth an epoch of the pairs that respond at the start, in eta s sigmaP, within a factor; undefined where it is not known which respond. */
const noiseWithin = (path: CertifiedPath, factor: number): boolean | undefined => {
  const { run } = path;
  const { s, sigmaP } = run.setting;
  const after = responsesOf(path, last(path)).flat();
  const pairs = responsesOf(path, first(path))
    .flat()
    .map((x, at) => [x, after[at] as Interval] as const);
  if (pairs.some(([{ lo, hi }]) => lo <= 0 && hi > 0)) return undefined;
  const grown = pairs.filter(([x]) => x.lo > 0).map(([x, y]) => sub(y, x));
  if (grown.length === 0) return false;
  const unit = grown.length * run.optimizer.lr * s * sigmaP * last(path).epoch;
  const sum = grown.reduce(add);
  return every([atMost(point(unit / factor), sum), atMost(sum, point(unit * factor))]);
};

/** In log n, the powers that tildes stand for. */
const tilde = ({ run }: CertifiedPath, power: 1 | 2) => log(run.setting.n) ** power;

/**
 * First stages, certified: what each lemma says of feature and noise, with the constants that its claim reads it with.
 *
 * Source: docs/notes/certified.md; [T25] C.3, C.4 to C.6, C.12, C.17.
 */
export const CERTIFIED_STAGES = {
  /** T0 with the constant 1/4, as the claim has it. */
  "adam-large-stage1": () =>
    certifiedPaths({
      ...{ name: "certified, first stage", at: LARGE_PLACE.at, run: (seed) => LARGE_PLACE.first(seed, 1 / 4) },
      about:
        "starts from which, in real arithmetic, no step up to T0 = 1/(4 eta s sigmaP) moves a feature by more than C eta, and every example's largest response has grown by eta s sigmaP/(log n)^2 a step at its end, in the mean: enclosed at every step",
      says(path) {
        const { lr, betas } = path.run.optimizer;
        const { s, sigmaP } = path.run.setting;
        return every([
          featureAtMost(path, momentRatio(betas as readonly [number, number])),
          noiseAtLeast(path, (lr * s * sigmaP * last(path).step) / tilde(path, 2)),
        ]);
      },
    }) as Check,
  "adam-mini-stage1": () =>
    certifiedPaths({
      ...{ name: "certified, first stage", at: MINI_PLACE.at, run: (seed) => MINI_PLACE.first(seed, 1) },
      about:
        "starts from which, in real arithmetic, both features have grown by eta/log n a step, in the mean, at T0 = 1/(eta s sigmaP), and no response passes the start's largest by more than eta s sigmaP: enclosed at every step",
      says(path) {
        const { lr } = path.run.optimizer;
        const { s, sigmaP } = path.run.setting;
        const needed = point((lr * last(path).step) / tilde(path, 1));
        const before = featuresOf(first(path));
        const most = add(largestResponse(path, first(path)), point(lr * s * sigmaP));
        return every([
          ...featuresOf(last(path)).map((u, side) => atMost(needed, sub(u, before[side] as Interval))),
          ...path.moments.map((moment) => atMost(largestResponse(path, moment), most)),
        ]);
      },
    }) as Check,
  "adamw-large-stage1": () => adamwStage(LARGE_W_PLACE, 1 / 2),
  "adamw-mini-stage1": () => adamwStage(MINI_W_PLACE, 1 / 8),
} as const;

/** Of AdamW, up to a share of C.12's horizon: feature at most, noise within 4 log n. */
const adamwStage = ({ at, first: runOf }: Pick<typeof LARGE_W_PLACE, "at" | "first">, share: number): Check =>
  certifiedPaths({
    ...{ name: "certified, first stage", at, run: (seed) => runOf(seed, share) },
    about: `starts from which, in real arithmetic, no epoch up to 1/(${1 / share} eta s sigmaP) raises a class's feature by more than its steps times eta (C + lambda |u|), C the moment ratio and |u| what it can be then, and responses grow an epoch by eta s sigmaP within a factor 4 log n, in the mean over those positive at the start: enclosed at every step`,
    says(path) {
      const { weightDecay, lr, betas } = path.run.optimizer;
      const C = momentRatio(betas as readonly [number, number]);
      const rises = path.moments.slice(1).flatMap((after, k) => {
        const before = path.moments[k] as typeof after;
        const moved = lr * (after.step - before.step);
        const size = add(largest(before.signal.flat().map(abs)), point(moved * C));
        const bound = mul(point(moved), add(point(C), mul(point(weightDecay), size)));
        return featuresOf(after).map((u, side) => atMost(sub(u, featuresOf(before)[side] as Interval), bound));
      });
      return every([...rises, noiseWithin(path, 4 * tilde(path, 1))]);
    },
  }) as Check;
