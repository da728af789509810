import { momentRatio } from "../../src/bounds/hypotheses/momentRatio.ts";
import { log } from "../../src/numeric/log.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import { type ScalingOptions, scaling } from "../checks/scaling.ts";
import type { Claim, Context } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, meeting, type RunInput, runOf } from "../meeting.ts";
import { observe } from "../observe.ts";
import { ends, memorizer, noisePerStep } from "../support/adam/movement.ts";
import { type Choice, chosenRun } from "../support/choices/chosenRun.ts";
import { choiceSizes, sizesOver, sizesText } from "../support/choices/sizes.ts";
import { CERTIFIED_STAGES } from "../support/evidence/certifiedStages.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

const ID = "adam-large-stage1";
/** No step moves the feature by more than FEATURE C eta. */
export const FEATURE = 1;
/** m = 16 makes it unlikely (8 2^-16) that an example has no neuron that responds to it, which is what m = polylog n is for. */
const CHOICE: Choice = { n: 8, s: 16, m: 16, alpha: 0.2, sigma0: 0.05 };
/** Short beside the time in which responses, hence gradients, double: the moments compare them with earlier ones. */
const STEPS = 20;
const SLACK = {
  exponent: 0.15,
  because: "|zeta_i|_1, which varies by 0.75/sqrt(s), and gradients that grow on the way",
};
/** Held where a letter varies that they are otherwise made of; feature noise adds alpha eta to eta s sigmaP, and is kept small beside it. */
const APART = { n: 16, alpha: 0.065, lr: 1e-5, weightDecay: 1e-7 };

/** The largest normalized step; of signs 1. */
const largest = ({ optimizer: { betas } }: RunInput, { level }: Context) =>
  level === 2 ? 1 : momentRatio(betas as readonly [number, number]);

/** The first step that moves the feature by more than `multiple` of C eta. */
function tooFar(input: RunInput, context: Context, multiple: number): string | undefined {
  const { lr } = input.optimizer;
  const bound = multiple * largest(input, context) * lr;
  let before: Float64Array | undefined;
  for (const { step, signal } of observe(runOf(input), context.level).moments) {
    for (let r = 0; before && r < signal.length; r++) {
      const [u, next] = [before[r] as number, signal[r] as number];
      // A weight is rounded once a step, to half of its last digit; the bound holds for what it is before that.
      const rounding = 2 ** -52 * Math.max(Math.abs(u), Math.abs(next)) + 1e-12 * bound;
      if (Math.abs(next - u) > bound + rounding) return `step ${step} moves <w, v> by ${(next - u) / lr} eta`;
    }
    before = signal;
  }
  return undefined;
}

/** T0 with the constant 1/4, up to which no response has left the order of 1. */
const horizon = ({ lr }: { readonly lr: number }, { s, sigmaP }: RunInput["setting"]) =>
  Math.ceil(1 / (4 * lr * s * sigmaP));

/** Of all pairs (neuron, example of its class), or of the examples' largest responses: how many have not grown as claimed by T0. */
function laggards(input: RunInput, { level }: Context, rate: number, everyNeuron: boolean): number {
  const { n, s, sigmaP, m } = input.setting;
  const run = ends(input, level);
  if (!run) return n;
  const { sight, from, to, steps } = run;
  const least = (rate * input.optimizer.lr * s * sigmaP * steps) / (log(n) * log(n));
  const width = 2 * m;
  const grown: number[] = [];
  for (let i = 0; i < n; i++) {
    const last = memorizer(sight, to, i);
    if (!everyNeuron) grown.push(last.x - memorizer(sight, from, i).x);
    const first = last.lane - (last.lane % m);
    for (let r = first; everyNeuron && r < first + m; r++) {
      grown.push((to.noise[i * width + r] as number) - (from.noise[i * width + r] as number));
    }
  }
  return grown.filter((x) => x < least).length;
}

/**
 * Large-batch Adam, first stage: a step moves the noise s sigmaP times further than the feature.
 *
 * <w,jv> grows by at most C eta a step;  max_r <w_{y_i,r},xi_i> by eta s sigmaP, up to powers of log n, for t <= T0 = O~(1/(eta s sigmaP))
 *
 * @param numbers of the claim: `feature`, the multiple of C eta that no step of the feature passes (C of moment-ratio, 1 for signs); `eta`, `s`,
 *   `sigmaP`, `sigma0`, exponents of the noise's growth; `rate`, the multiple of eta s sigmaP/(log n)^2 that it reaches up to
 *   T0, the tilde read as two powers of log n
 * @returns the claim
 * Source: [T25] Lemmas 5.1, B.1, C.3; [Z21] Lemma 5.2.
 */
export function adamLargeStage1({ feature = FEATURE, eta = 1, s = 1, sigmaP = 1, sigma0 = 0, rate = 1 } = {}): Claim {
  const grows = (
    over: string,
    claimed: number,
    grid: readonly number[],
    change: (x: number) => Partial<Choice>,
  ): ReturnType<typeof scaling> => {
    const choice = (x: number): Choice => ({ ...CHOICE, ...change(x) });
    const options: ScalingOptions = {
      name: `noise-${over}`,
      about: `growth of <w_{y_i,r}, xi_i> a step at the neuron that responds most, over the first ${STEPS} steps, ${over} alone varied`,
      part: `exponent of ${over}`,
      at: sizesOver(
        grid.map((x) => choiceSizes(choice(x))),
        over,
      ),
      ...{ over, grid, claimed, slack: SLACK, levels: [1, 2] },
      quantity: (x, seed, { level }) => noisePerStep(chosenRun(choice(x), STEPS, seed), level),
    };
    return scaling(options);
  };
  const reach = `by T0 = 1/(4 eta s sigmaP) at least ${rate} eta s sigmaP/(log n)^2 a step`;
  const grown = (everyNeuron: boolean) => ({
    part: "noise up to T0",
    at: sizesText(choiceSizes(CHOICE)),
    levels: [1, 2] as const,
    claimed: [0.5, 1] as const,
    outcome: (seed: number, context: Context) => {
      const run = chosenRun(CHOICE, (lr) => horizon({ lr }, chosenRun(CHOICE, 1, seed).setting), seed);
      return laggards(run, context, rate, everyNeuron) === 0;
    },
  });
  return defineClaim({
    id: ID,
    source: "T25 5.1 = B.1 = C.3, Z21 5.2",
    kind: "rate",
    statement:
      "in the first stage of large-batch Adam a step moves the feature by at most the order of eta, and the noise of every example by eta s sigmaP",
    latex: String.raw`\langle w_{j,r}^{(t+1)}, jv\rangle \le \langle w_{j,r}^{(t)}, jv\rangle + \Theta(\eta),\quad \langle w_{y_i,r}^{(t+1)}, \xi_i\rangle = \langle w_{y_i,r}^{(t)}, \xi_i\rangle + \tilde\Theta(\eta s\sigma_p),\quad t \le \tilde O(1/(\eta s\sigma_p))`,
    hypotheses: hypothesesOf(ID),
    readAs: ["Theta~(eta s sigmaP): at least that over (log n)^2", WITH_HIGH_PROBABILITY],
    restsOn: ["init-scale", "disjoint-supports", "gradient", "residual-sign", "moment-ratio", "adam-as-sign"],
    checks: [
      property({
        name: "feature-step",
        about: `none of the first 200 steps moves <w, v> by more than ${feature} C eta, C the moment ratio's bound (signs: 1)`,
        part: "feature",
        levels: [1, 2],
        cases: meeting({
          ...{ hypotheses: hypothesesOf(ID), optimizer: "adam" },
          epochs: ({ setting, batchSize }) => Math.ceil(200 / Math.ceil(setting.n / (batchSize as number))),
        }),
        shrinks: 20,
        violation: (input, context) => tooFar(input, context, feature),
        run: (input) => input,
      }),
      grows("eta", eta, [2e-6, 4e-6, 8e-6, 16e-6], (lr) => ({ ...APART, lr })),
      grows("s", s, [10, 16, 32, 64], (x) => ({ ...APART, s: x, sigmaP: 0.125, sigma0: 0.03 })),
      grows("sigmaP", sigmaP, [0.07, 0.11, 0.17, 0.25], (x) => ({ ...APART, sigmaP: x })),
      grows("sigma0", sigma0, [0.016, 0.025, 0.04, 0.06], (x) => ({ ...APART, sigma0: x })),
      frequency({
        asymptotic: true,
        name: "largest-responses",
        about: `the largest response of every example grows ${reach}`,
        reading: "largest response",
        ...grown(false),
      }),
      frequency({
        asymptotic: true,
        name: "every-neuron",
        about: `the response of every neuron of its class to every example grows ${reach}`,
        reading: "every neuron",
        ...grown(true),
      }),
      property({
        name: "largest-responses-family",
        about: `the largest response of every example grows ${reach}, wherever the hypotheses hold with the constant 1`,
        part: "noise up to T0",
        reading: "largest response",
        levels: [1, 2],
        asymptotic: true,
        cases: meeting({
          ...{ hypotheses: hypothesesOf(ID), optimizer: "adam", n: [8], q: [3] },
          epochs: ({ setting, optimizer, batchSize }) =>
            Math.ceil(horizon(optimizer, setting) / Math.ceil(setting.n / (batchSize as number))),
        }),
        shrinks: 10,
        violation(input, context) {
          const late = laggards(input, context, rate, false);
          return late > 0 ? `${late} of ${input.setting.n} examples' largest responses do not grow so` : undefined;
        },
        run: (input) => input,
      }),
      CERTIFIED_STAGES["adam-large-stage1"](),
    ],
  });
}
