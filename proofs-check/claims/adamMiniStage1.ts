import { featureRises } from "../boxes/proofs/firstStage.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf } from "../meeting.ts";
import { firstStage, HORIZONS, oneStep, responses } from "../support/adam/adamMiniStart.ts";
import { featurePerStep } from "../support/adam/movement.ts";
import { around, MINI, polylog, runFor } from "../support/choices/adamChoices.ts";
import { type Choice, chosenRun } from "../support/choices/chosenRun.ts";
import { choiceSizes, sizesOver, sizesText } from "../support/choices/sizes.ts";
import { CERTIFIED_STAGES } from "../support/evidence/certifiedStages.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

const ID = "adam-mini-stage1";
const STEPS = 40;
/** Wide enough that few batches (2^-b) are without an example of a class, as n/b = Omega(log(1/eps)) still allows at this n. */
const BATCHES: Choice = { ...MINI, n: 96, m: 10, batchSize: 4, sigma0: 0.02, lr: 9e-5, weightDecay: 3e-5 };
const SLACK = {
  exponent: 0.2,
  because: "steps that see no example of a class, a share 2^-b, and neurons that change places in 40 steps",
};

const NUMBERS = { eta: 1, s: 0, sigmaP: 0, sigma0: 0, b: 0, least: 1, initial: 1, steps: 1 };

const SINKS = "C.5's proof: sinks to the size of a step";

/**
 * Mini-batch Adam, first stage: the feature grows, the noise does not.
 *
 * max_r <w,jv> grows by Theta(eta) a step;  max_r <w_{y_i,r},xi_i> stays O~(sqrt(s) sigmaP sigma0 + eta s sigmaP), for t <= T0, which is
 * said twice: 1/(eta s sigmaP) in 5.2, and 1/eta steps, which are the b/(eta n) epochs of B.2, of signs, and the iterations of C.4 to C.6, of Adam's
 * moments; C.5's proof says of the noise that it sinks to eta s sigmaP
 *
 * @param numbers of the claim: `eta`, `s`, `sigmaP`, `sigma0`, `b`, exponents of the feature's growth; `least`, of its growth in eta log n; `initial`,
 *   the multiple of their start that responses may reach; `steps`, the multiple of log n eta s sigmaP that they may have at the end
 * @returns the claim
 * Source: [T25] Lemmas 5.2, B.2, C.4 to C.6.
 */
export function adamMiniStage1(numbers: Partial<typeof NUMBERS> = {}): Claim {
  const { eta, s, sigmaP, sigma0, b, least, initial, steps } = { ...NUMBERS, ...numbers };
  const grows = (over: string, claimed: number, grid: readonly number[], change: (x: number) => Partial<Choice>) => {
    const choice = (x: number): Choice => ({ ...BATCHES, ...change(x) });
    return scaling({
      name: `feature-${over}`,
      about: `growth of max_r <w_{j,r}, jv> a step over the first ${STEPS} steps, ${over} alone varied`,
      part: `feature: exponent of ${over}`,
      at: sizesOver(
        grid.map((x) => choiceSizes(choice(x))),
        over,
      ),
      ...{ over, grid, claimed, slack: SLACK, levels: [1, 2] as const, least: 8 },
      quantity: (x, seed, { level }) => featurePerStep(chosenRun(choice(x), STEPS, seed), level),
    });
  };
  return defineClaim({
    id: ID,
    source: "T25 5.2, B.2, C.4-C.6",
    kind: "rate",
    statement:
      "in the first stage of mini-batch Adam a step moves the feature by the order of eta, and no example's noise grows beyond its initial scale",
    latex: String.raw`\langle w_{j,r}^{(t+1)}, jv\rangle = \langle w_{j,r}^{(t)}, jv\rangle + \Theta(\eta),\quad \langle w_{y_i,r}^{(t)}, \xi_i\rangle \le \tilde O(\sqrt s\sigma_p\sigma_0 + \eta s\sigma_p)`,
    hypotheses: hypothesesOf(ID),
    readAs: [
      `O~(...) and Theta(eta): within a factor log n, and for responses ${initial} times the start's largest`,
      WITH_HIGH_PROBABILITY,
    ],
    restsOn: ["init-scale", "disjoint-supports", "gradient", "residual-sign", "adam-as-sign"],
    checks: [
      grows("eta", eta, [2.2e-5, 4.5e-5, 9e-5], (lr) => ({ lr })),
      grows("s", s, [5, 10, 20], (x) => ({ s: x, sigmaP: 0.22, sigma0: 0.009, lr: 4e-6, weightDecay: 1e-5 })),
      grows("sigmaP", sigmaP, [0.26, 0.36, 0.5], (x) => ({ sigmaP: x })),
      grows("sigma0", sigma0, [0.01, 0.014, 0.02], (x) => ({ sigma0: x, lr: 2.2e-5 })),
      grows("b", b, [4, 8, 16], (x) => ({ n: 512, sigma0: 0.0038, lr: 3e-6, weightDecay: 1e-6, batchSize: x })),
      ...HORIZONS.flatMap((horizon) => firstStage(horizon, { least, initial })),
      frequency({
        asymptotic: true,
        name: "size-of-a-step",
        about: `at t = 1/eta no response is above ${steps} log n eta s sigmaP`,
        ...{ part: "noise", reading: SINKS, at: sizesText(choiceSizes(MINI)) },
        levels: [1, 2],
        claimed: [0.5, 1],
        outcome(seed, { level }) {
          const input = runFor(MINI, 1, seed);
          return responses(input, level).end <= steps * polylog(MINI.n) * oneStep(input);
        },
      }),
      property({
        name: "size-of-a-step-wherever",
        about: `at t = 1/eta no response is above ${steps} log n eta s sigmaP, for betas that forget slowly too`,
        ...{ part: "noise", reading: SINKS, levels: [1, 2] },
        asymptotic: true,
        cases: around(hypothesesOf(ID), MINI, 1, 6),
        shrinks: 5,
        violation(input, { level }) {
          const { end } = responses(input, level);
          return end <= steps * polylog(input.setting.n) * oneStep(input) ? undefined : `a response of ${end} is left`;
        },
        run: (input) => input,
      }),
      CERTIFIED_STAGES["adam-mini-stage1"](),
      featureRises(),
    ],
  });
}
