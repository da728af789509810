import type { Moment } from "../../src/sim/trajectory.ts";
import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { fullBatch, fullBatchAt, fullBatchRun } from "../support/basis/fullBatch.ts";

/** The numbers of the claim. */
export interface Xml24BasisNumbers {
  /** 1: Adam is worse in the rotated basis; -1: better. */
  readonly direction?: number;
  /** What is unaffected. */
  readonly unaffected?: Readonly<Record<string, unknown>>;
}

/** s sigmaP = 5.4, sqrt(s) sigmaP = 0.9: along the axes noise is wide in l1, and the feature is narrow. */
const SIZES = { n: 8, s: 36, sigmaP: 0.15, alpha: 0.3, m: 8, sigma0: 0.02 } as const;
const LR = 0.001;
const EPOCHS = 300;
/** Steps after which training losses are compared, before anything is fitted. */
const EARLY = 10;
const GD = { name: "momentum", lr: 0.05, momentum: 0.9 } as const;
const ADAM = { name: "adam", lr: LR, eps: 0 } as const;

/**
 * Adam is much worse in a rotated basis, and gradient descent is not affected.
 *
 * L(w_t) of Adam with Q x, Q w_0  >  L(w_t) of Adam with x, w_0
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [XML24], from its abstract; asked of the papers' data, of which it does not speak.
 */
export const xml24Basis = ({ direction = 1, unaffected = GD }: Xml24BasisNumbers = {}): Claim => {
  const trainings = (optimizer: Readonly<Record<string, unknown>>, seed: number, epochs = EPOCHS) =>
    [
      { sizes: SIZES, optimizer, epochs, seed, basis: "standard" },
      { sizes: SIZES, optimizer, epochs, seed, basis: "rotated" },
    ] as const;
  const bothOf = (...chosen: Parameters<typeof trainings>) => {
    const [standard, rotated] = trainings(...chosen);
    return [fullBatch(standard).final, fullBatch(rotated).final] as const;
  };
  const worse = (of: (moment: Moment) => number, epochs: number, name: string) => (seed: number) => {
    const [standard, rotated] = bothOf(ADAM, seed, epochs).map(of) as [number, number];
    const came = direction * (rotated - standard) > 0;
    if (came) return came;
    const [first, second] = trainings(ADAM, seed, epochs);
    const violation = `with seed ${seed} the ${name} after ${epochs} epochs is ${standard} as drawn and ${rotated} in the rotated basis`;
    return {
      came,
      by: Math.abs(rotated - standard),
      violation,
      runs: [fullBatchRun(first), fullBatchRun(second)],
      command: "simulate",
    } as const;
  };
  const check = { at: fullBatchAt(SIZES), levels: [0], claimed: [0.5, 1] } as const;
  const part = "Adam is worse in a rotated basis";
  return defineClaim({
    id: "xml24-basis",
    source: "XML24",
    kind: "outcome",
    statement:
      "Adam performs much worse when the l_inf geometry of the loss is changed by a rotation of the basis, while gradient descent is unaffected",
    latex: String.raw`L(w_t^{\mathrm{Adam}}; Qx, Qw_0) > L(w_t^{\mathrm{Adam}}; x, w_0)`,
    hypotheses: [],
    readAs: [
      "the paper measures it of GPT-2 and ResNet; here it is asked of the data of [T25] on the full batch, where the basis of the axes is no favorable one",
      `the same lr = ${LR} in both bases, eps = 0`,
    ],
    restsOn: ["zm24-rotation"],
    checks: [
      frequency({
        ...{ ...check, name: "training loss", part, reading: "training is slower" },
        about: `after ${EARLY} epochs the training loss is larger in the rotated basis`,
        outcome: worse(({ trainLoss }) => trainLoss, EARLY, "training loss"),
      }),
      frequency({
        ...{ ...check, name: "test error", part, reading: "the test error is larger" },
        about: `after ${EPOCHS} epochs the test error is larger in the rotated basis`,
        outcome: worse(({ testError }) => testError, EPOCHS, "test error"),
      }),
      frequency({
        ...{ ...check, name: "gradient descent", part: "gradient descent is unaffected" },
        about: `with momentum 0.9 and lr = 0.05 training and test errors after ${EPOCHS} epochs are the same in both bases`,
        outcome(seed) {
          const [standard, rotated] = bothOf(unaffected, seed);
          return standard.trainError === rotated.trainError && standard.testError === rotated.testError;
        },
      }),
    ],
  });
};
