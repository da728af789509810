import fc from "fast-check";
import { scalingOf } from "../../src/bounds/order/scalingOf.ts";
import { largestSize } from "../../src/numeric/largestSize.ts";
import { log } from "../../src/numeric/log.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { quantile } from "../../src/statistics/quantile.ts";
import { proof } from "../checks/proof.ts";
import { property } from "../checks/property.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim, Context, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { runOf } from "../meeting.ts";
import { observe } from "../observe.ts";
import { sizesText } from "../support/choices/sizes.ts";
import { decided } from "../support/evidence/decided.ts";
import { farthest, kolmogorov } from "../support/evidence/kolmogorov.ts";

export const FEATURE_NOISE = "alpha = o(sqrt(s)*sigmaP)";

const LEVELS: readonly Level[] = [1, 0];
/** Probability with which a right distribution is called wrong, a sample. */
const MISTAKE = 1e-12;
const READINGS = { typical: "the typical and the largest neuron", every: "every neuron and example" } as const;

const BASE = { n: 32, s: 4, sigmaP: 0.25, alpha: 0.05, m: 4, q: 3, sigma0: 0.01 };
type Changed = Partial<typeof BASE & Pick<Setting, "d">>;

/** <w,v> of every neuron and <w,xi_i> of every neuron and example at t = 0, and |xi_i|. */
function start(changed: Changed, seed: number, { level }: Pick<Context, "level">) {
  const { n, s } = { ...BASE, ...changed };
  const setting: Setting = { d: n * s + 1, ...BASE, ...changed, labels: "balanced", supports: "disjoint" };
  const optimizer = { name: "sgd", lr: 1, weightDecay: 0, convention: "paper" as const };
  const run = runOf({ setting, optimizer, batchSize: setting.n, epochs: 1, seed, testSize: 1 });
  const { problem, moments } = observe(run, level);
  const { signal, noise } = moments.next().value as { signal: Float64Array; noise: Float64Array };
  const { rows, values } = problem.start.examples;
  const lengths = Array.from({ length: setting.n }, (_, i) =>
    Math.sqrt(values.subarray(rows[i], rows[i + 1]).reduce((sum, x) => sum + x * x, 0)),
  );
  return { setting, feature: signal, noise, lengths };
}

const sizes = (values: Float64Array) => values.map(Math.abs);
const median = (values: Float64Array) => quantile(sizes(values), 0.5);
const smallest = (values: Float64Array) => sizes(values).reduce((least, x) => Math.min(least, x), Infinity);

/**
 * Scale of the start.
 *
 * <w,v> ~ N(0, sigma_0^2),  <w,xi_i> ~ N(0, sigma_0^2 |xi_i|^2) given the data, |xi_i|^2 = sigma_p^2 chi^2_s + alpha^2;
 * |<w,v>| = Theta~(sigma_0),  |<w,xi_i>| = Theta~(sqrt(s) sigma_p sigma_0)
 *
 * @param options spread: factor of the standard deviations; powers of s, sigma_p and sigma_0 in the scale of <w,xi_i>. The claim is 1; 1/2, 1, 1
 * Source: [T25] Lemma A.3; the distribution is ours.
 */
export const initScale = ({ spread = 1, powerS = 0.5, powerSigmaP = 1, powerSigma0 = 1 } = {}): Claim => {
  const noise = (
    over: "s" | "sigmaP" | "sigma0" | "d",
    grid: readonly number[],
    claimed: number,
    slack: number,
    because: string,
    least = 6,
  ) =>
    scaling({
      name: `noise-${over}`,
      about: `the median of |<w,xi_i>| over neurons and examples, over ${over}`,
      // Each exponent is a part: one that holds says nothing of another.
      part: `noise over ${over}`,
      at: sizesText(BASE, over),
      over,
      grid,
      least,
      levels: LEVELS,
      claimed,
      slack: { exponent: slack, because },
      // alpha = Theta~(sigma_p) in the family.
      quantity: (x, seed, context) =>
        median(start({ [over]: x, ...(over === "sigmaP" && { alpha: x / 5 }) }, seed, context).noise),
    });
  return defineClaim({
    id: "init-scale",
    source: "T25 A.3",
    kind: "rate",
    statement:
      "at the start |<w,v>| is of the order of sigma_0 and |<w,xi_i>| of the order of sqrt(s) sigma_p sigma_0, up to polylogs: given the data both are normal, with standard deviations sigma_0 and sigma_0 |xi_i|",
    latex: String.raw`|\langle w_{j,r}, v\rangle| = \tilde\Theta(\sigma_0),\quad |\langle w_{j,r}, \xi_i\rangle| = \tilde\Theta(\sqrt{s}\,\sigma_p \sigma_0)`,
    checks: [
      property({
        name: "normal",
        about: `Kolmogorov's distance of 4000 neurons' <w,v>/sigma_0 and <w,xi_i>/(sigma_0 |xi_i|) from the normal distribution; a right one exceeds the bound with probability ${MISTAKE}`,
        part: "distribution",
        levels: LEVELS,
        cases: fc.record({
          n: fc.integer({ min: 1, max: 3 }),
          s: fc.integer({ min: 1, max: 4 }),
          alpha: fc.constantFrom(0, 0.25, 2),
          sigma0: fc.constantFrom(1e-3, 1),
          seed: fc.nat({ max: 1e6 }),
        }),
        violation({ seed, ...changed }, context) {
          const drawn = start({ ...changed, m: 2000 }, seed, context);
          const N = drawn.feature.length;
          const unit = spread * changed.sigma0;
          const samples = [
            { name: "<w,v>", values: drawn.feature.map((u) => u / unit) },
            ...drawn.lengths.map((length, i) => ({
              name: `<w,xi_${i + 1}>`,
              values: drawn.noise.subarray(i * N, (i + 1) * N).map((x) => x / (unit * length)),
            })),
          ];
          const far = samples.find(({ values }) => kolmogorov(values) > farthest(N, MISTAKE));
          if (!far) return undefined;
          return `${far.name} is ${kolmogorov(far.values).toFixed(4)} from N(0, 1), with ${JSON.stringify(changed)}, seed ${seed}`;
        },
      }),
      proof({
        name: "feature-noise",
        about: "the order algebra: the feature noise adds nothing to the length of xi_i, over all D > 4",
        part: "feature noise",
        prove: () => decided(FEATURE_NOISE, scalingOf()),
      }),
      scaling({
        name: "feature-sigma0",
        about: "the median of |<w,v>| over neurons, over sigma_0",
        part: "feature",
        at: sizesText({ ...BASE, s: 1 }, "sigma0"),
        over: "sigma0",
        grid: [0.001, 0.01, 0.1, 1],
        levels: LEVELS,
        claimed: powerSigma0,
        slack: { exponent: 1e-9, because: "rounding: the same normals, scaled" },
        quantity: (sigma0, seed, context) => median(start({ sigma0, s: 1 }, seed, context).feature),
      }),
      noise("sigma0", [0.001, 0.01, 0.1, 1], powerSigma0, 1e-9, "rounding: the same normals, scaled"),
      noise("sigmaP", [0.01, 0.1, 1, 10], powerSigmaP, 1e-9, "rounding: the same normals, scaled"),
      noise(
        "s",
        [4, 16, 64, 256],
        powerS,
        0.1,
        "the mean of sqrt(chi^2_s/s), 0.94 at s = 4, and the median of 256, whose error of 10% is 0.03 in a slope",
        12,
      ),
      noise("d", [200, 800, 3200, 12800], 0, 0.1, "the median of 256, whose error of 10% is 0.03 in a slope"),
      scaling({
        name: "largest",
        about: "the largest |<w,xi_i>| over sqrt(log(2mn)), the polylog that the tilde stands for, over n",
        reading: READINGS.typical,
        part: "all pairs",
        at: sizesText(BASE, "n"),
        over: "n",
        grid: [8, 64, 512],
        least: 20,
        levels: LEVELS,
        claimed: 0,
        slack: {
          exponent: 0.2,
          because: "the largest |xi_i|, which grows like sqrt(1 + log(n)/s) for the small s = 4: 0.06, and spread",
        },
        quantity: (n, seed, context) => largestSize(start({ n }, seed, context).noise) / Math.sqrt(log(2 * BASE.m * n)),
      }),
      scaling({
        name: "smallest",
        about: "the smallest |<w,xi_i>|, over n: of 2mn normals it is about 1/(2mn)",
        reading: READINGS.every,
        part: "all pairs",
        at: sizesText(BASE, "n"),
        over: "n",
        grid: [8, 64, 512],
        least: 20,
        levels: LEVELS,
        claimed: 0,
        slack: { exponent: 0.2, because: "powers of log n" },
        quantity: (n, seed, context) => smallest(start({ n }, seed, context).noise),
      }),
    ],
  });
};
