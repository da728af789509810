import type { NormName } from "../../src/margins/norms.ts";
import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { RADEMACHER_AT, RADEMACHER_N, rademacherEnd } from "../support/margins/scaledRademacher.ts";

/** The numbers of the claim. */
export interface Bsy25BatchOneNumbers {
  /** In the place of Adam. */
  readonly optimizer?: string;
  /** Examples of a batch. */
  readonly batchSize?: number;
  /** The norm whose largest margin Adam reaches. */
  readonly norm?: NormName;
}

/** Shares of the largest margin: what counts as reached, and as missed. */
const REACHED = 0.95;
const MISSED = 0.9;
const EPOCHS = 8000;
/** Small beside (1 - b1)/|x|_1 in the end, so that momentum does not lag behind the pulls. */
const LR = 0.005;
/** b1 of Signum, "close enough to 1". */
const MOMENTUM = 0.99;

/**
 * On scaled Rademacher data Adam of batch size 1 goes to the largest l2 margin, where Signum stays at l_inf.
 *
 * min_i y_i <w, x_i>/|w|_2 -> its largest;  Signum: min_i y_i <w, x_i>/|w|_inf -> its largest, at any batch size
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [BSY25], from its abstract; the data at second hand.
 */
export const bsy25BatchOne = ({ optimizer = "adam", batchSize = 1, norm = "l2" }: Bsy25BatchOneNumbers = {}): Claim => {
  const shared = { lr: LR, weightDecay: 0 };
  const adaptive = optimizer === "adam" ? { eps: 0, betas: [0.5, 0.9] } : { betas: [MOMENTUM, 0] };
  const ofAdam = (seed: number) =>
    rademacherEnd({ optimizer: { name: optimizer, ...shared, ...adaptive }, epochs: EPOCHS, seed, batchSize });
  const ofSignum = (seed: number, size: number) =>
    rademacherEnd({
      optimizer: { name: "signum", ...shared, betas: [MOMENTUM, 0] },
      ...{ epochs: EPOCHS, seed, batchSize: size },
    });
  const fullAdam = (seed: number) =>
    rademacherEnd({
      optimizer: { name: "adam", ...shared, eps: 0, betas: [0.5, 0.9] },
      ...{ epochs: EPOCHS, seed, batchSize: RADEMACHER_N },
    });
  const check = { at: RADEMACHER_AT, levels: [0], claimed: [0.5, 1] } as const;
  const after = `after ${EPOCHS} epochs in a cycle with lr = ${LR}/sqrt(t)`;
  const signum = (name: string, size: number) =>
    frequency({
      ...{ ...check, name },
      part: "Signum goes to the largest l_inf margin at any batch size",
      about: `b = ${size}: ${after} and b1 = ${MOMENTUM} its margin over |w|_inf is at least ${REACHED} of the largest`,
      outcome(seed) {
        const end = ofSignum(seed, size);
        // Two bounds on the largest margin of the same data: the smaller one is nearer to it.
        const largest = Math.min(end.most.linf ?? Infinity, fullAdam(seed).most.linf ?? Infinity);
        return (end.normalized.linf ?? 0) / largest >= REACHED;
      },
    });
  return defineClaim({
    id: "bsy25-batch-one",
    source: "BSY25",
    kind: "outcome",
    statement:
      "on scaled Rademacher data Adam with one example a step converges to the direction of the largest l2 margin, unlike full-batch Adam, and Signum to that of the largest l_inf margin at any batch size",
    latex: String.raw`\frac{\min_i y_i\langle w_t, x_i\rangle}{\|w_t\|_2} \to \max_w \frac{\min_i y_i\langle w, x_i\rangle}{\|w\|_2}`,
    hypotheses: [],
    readAs: [
      `"converges" as a share of the largest margin of ${REACHED} after ${EPOCHS} epochs, by bounds from multipliers of trainings, its own and full-batch Adam's; "not" as at most ${MISSED} of a margin that Signum's weights have`,
      "the data as summaries of the paper have them: coordinates of one size, the first of the label's sign; examples in a cycle",
      `sizes and learning rate were chosen after smaller ones (d = 12, larger rates) had come out short of ${REACHED}: what the theorem can look like, and no test of where it begins`,
    ],
    restsOn: [],
    checks: [
      frequency({
        ...{ ...check, name: "Adam of batch size 1", part: "Adam goes to the largest l2 margin" },
        about: `${after}, eps = 0 and betas (0.5, 0.9) its margin over |w|_2 is at least ${REACHED} of the largest`,
        outcome: (seed) => (ofAdam(seed).reached[norm] ?? 0) >= REACHED,
      }),
      frequency({
        ...{ ...check, name: "not l_inf", part: "Adam does not go to the largest l_inf margin" },
        about: `the same training's margin over |w|_inf is at most ${MISSED} of that of Signum's weights`,
        outcome(seed) {
          const [own, other] = [ofAdam(seed).normalized.linf ?? 0, ofSignum(seed, 1).normalized.linf ?? 0];
          return own > 0 && other > 0 ? own / other <= MISSED : null;
        },
      }),
      signum("Signum of batch size 1", 1),
      signum("Signum of half a batch", 2),
    ],
  });
};
