import type { NormName } from "../../src/margins/norms.ts";
import { frequency } from "../checks/frequency.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { MARGINS_AT, type MarginEnd, type MarginTraining, marginEnd } from "../support/margins/marginEnd.ts";

type Training = Pick<MarginTraining, "optimizer" | "lrSchedule">;

/** The numbers of the claim. */
export interface Gv26HomogeneousNumbers {
  /** In the place of Adam's. */
  readonly training?: Training;
  /** The norm of the margin. */
  readonly norm?: NormName;
}

/** How far from stationary a direction may be, and by how much examples that pull may be off the least margin. */
const STATIONARITY = 0.1;
const SLACK = 0.02;
const EPOCHS = 16_000;
/** lr falls faster than t^(1/q - 1) = t^(-2/3), which is asked for. */
const ADAM: Training = {
  optimizer: { name: "adam", lr: 0.02, weightDecay: 0, eps: 0, betas: [0.5, 0.9] },
  lrSchedule: "exp(-0.7*log(t))",
};
const GD: Training = { optimizer: { name: "sgd", lr: 0.5, weightDecay: 0 }, lrSchedule: "constant" };

/**
 * Full-batch Adam with eps = 0 on a smooth homogeneous network goes to a KKT point of the largest l_inf margin.
 *
 * w/|w|_inf -> a KKT point of max min_i y_i f(w, x_i) with |w|_inf <= 1:  1 - <w, -g>/(|w|_inf |g|_1) -> 0, and only least margins pull
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [GV26], from its abstract; its hypotheses at second hand.
 */
export const gv26Homogeneous = ({ training = ADAM, norm = "linf" }: Gv26HomogeneousNumbers = {}): Claim => {
  const endOf = (chosen: Training, seed: number) => marginEnd({ ...chosen, network: "cnn", epochs: EPOCHS, seed });
  /** Whether weights have the direction of a KKT point, about; null where a training example is wrong. */
  const isKkt = ({ margin, stationarity, slack }: MarginEnd) =>
    margin > 0 ? (stationarity[norm] ?? 1) <= STATIONARITY && (slack ?? 1) <= SLACK : null;
  const check = { at: MARGINS_AT, levels: [0], claimed: [0.5, 1] } as const;
  const own = `after ${EPOCHS} epochs with lr = 0.02 t^-0.7, eps = 0 and betas (0.5, 0.9)`;
  const gd = `after ${EPOCHS} epochs with lr = 0.5`;
  return defineClaim({
    id: "gv26-homogeneous",
    source: "GV26",
    kind: "outcome",
    statement:
      "full-batch Adam without stability constant on a smooth homogeneous network, where its direction converges with a positive margin, goes to a KKT point of the largest l_inf margin",
    latex: String.raw`\frac{w_t}{\|w_t\|_\infty} \to \text{a KKT point of } \max_{\|w\|_\infty \le 1} \min_i y_i f(w, x_i)`,
    hypotheses: [],
    readAs: [
      `a KKT point as 1 - <w, -g>/(|w|_inf |g|_1) <= ${STATIONARITY} and a slack of at most ${SLACK} after ${EPOCHS} epochs; the network is homogeneous of degree q = 3`,
      "the learning rate falls faster than t^(1/q - 1) and its sum diverges, b1 <= b2; of seeds that do not fit the claim says nothing",
      "as long as gradients can be told from 0: where margins pass 340 they are below 2^-500 and count as none",
    ],
    restsOn: [],
    checks: [
      frequency({
        ...{ ...check, name: "Adam", part: "Adam ends at a KKT point of the largest l_inf margin" },
        about: `${own} stationarity in l_inf is at most ${STATIONARITY} and slack at most ${SLACK}`,
        outcome: (seed) => isKkt(endOf(training, seed)),
      }),
      frequency({
        ...{ ...check, name: "gradient descent", part: "gradient descent does not", least: 12 },
        about: `${gd} it fits, and is not at such a point`,
        outcome(seed) {
          const found = isKkt(endOf(GD, seed));
          return found === null ? null : !found;
        },
      }),
      frequency({
        ...{ ...check, name: "larger margin", part: "Adam's margin over |w|_inf^q is the larger one" },
        about: `${own} margin/|w|_inf^3 is above that of gradient descent ${gd}`,
        outcome(seed) {
          const [ends, other] = [endOf(training, seed), endOf(GD, seed)];
          if (!(ends.margin > 0 && other.margin > 0)) return null;
          return (ends.normalized.linf ?? 0) > (other.normalized.linf ?? 0);
        },
      }),
    ],
  });
};
