import type fc from "fast-check";
import { thresholdBracketed } from "../boxes/proofs/firstStage.ts";
import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import { scaling } from "../checks/scaling.ts";
import type { Claim } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { hypothesesOf, meeting, type RunInput } from "../meeting.ts";
import { runOfAsked } from "../ofOptimizer.ts";
import { neverRises } from "../support/adam/neverRises.ts";
import {
  beyondThresholds,
  escape,
  ownThreshold,
  SLOW,
  stepFor,
  stepsOf,
  stuckFrom,
  WIDE,
} from "../support/adam/stuck.ts";
import { stuckForever } from "../support/adam/stuckForever.ts";
import { polylog } from "../support/choices/adamChoices.ts";
import { type Choice, chosenRun } from "../support/choices/chosenRun.ts";
import { choiceSizes, sizesText } from "../support/choices/sizes.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

const ID = "cor-4.3";
/** What feature noise of alpha = 0.05 and the search's 5% may take from the explicit threshold, and q may not. */
const CLOSE = 1.3;

/**
 * Adam with strong decay is stuck at its initialization.
 *
 * lambda = omega(sigma0^(q-2)): |<w,jv>| <= O~(sigma0) and |<w,xi_i>| <= O~(sqrt(s) sigmaP sigma0) for ever
 *
 * Both stay below log n times their largest start, and after 4 sigma0/eta steps they are below the start itself: from smaller features
 * thresholds are smaller, so that what was stuck once stays so. The exponent of sigma0 is a similarity (lr, lambda and start scale together) and
 * could not come out otherwise; that the threshold follows the start's own largest feature, whatever m and b, is none, nor that no step of signs
 * leads up below U*.
 *
 * @param numbers of the claim: `multiple` of log n times the start that is never passed; `beyond`, the multiple of the explicit thresholds
 *   from which a start is stuck; `strength`, a factor on 4 sigma0^(q-2)
 *   in the frequency; `constant`, that of the explicit threshold; `more`, what the exponent q - 2 of sigma0 is raised by; `reach`, the
 *   multiple of U* from below which features never rise
 * @returns the claim
 * Source: [T25] Corollaries 4.3, B.5, C.10; the explicit thresholds are ours (src/bounds/thresholds/feature/featureThreshold.ts, noiseThreshold.ts).
 */
export const cor43 = ({ multiple = 1, beyond = 1.05, strength = 1, constant = 1, more = 0, reach = 1 } = {}): Claim => {
  const check = (name: string, about: string, cases: fc.Arbitrary<RunInput>, anyOptimizer: boolean) =>
    property({
      ...{ name, about, cases, levels: [1, 2], part: "stuck", asymptotic: true, shrinks: 10, anyOptimizer },
      violation: (input, context) => escape(input, context, multiple * polylog(input.setting.n)),
      run: runOfAsked,
    });
  const stuck = "coefficients stay below log n times their largest start and end below it";
  return defineClaim({
    id: ID,
    source: "T25 4.3, B.5, C.10",
    kind: "outcome",
    statement: "Adam with weight decay of larger order than sigma0^(q-2) stays at its initialization for ever",
    latex: String.raw`\lambda = \omega(\sigma_0^{q-2}) \Rightarrow |\langle w_{j,r}^{(t)}, jv\rangle| \le \tilde O(\sigma_0),\ |\langle w_{j,r}^{(t)}, \xi_i\rangle| \le \tilde O(\sqrt s\sigma_p\sigma_0)\ \forall t`,
    hypotheses: hypothesesOf(ID),
    readAs: [
      `O~(...): at most log n times the largest start`,
      `lambda = omega(sigma0^(q-2)): from 2 times it on`,
      WITH_HIGH_PROBABILITY,
    ],
    restsOn: ["init-scale", "adam-as-sign"],
    checks: [
      thresholdBracketed(),
      check(
        "beyond-thresholds",
        `from ${beyond} times the largest explicit threshold of the start on (full batch): ${stuck}`,
        beyondThresholds(beyond),
        // The thresholds are Adam's own.
        false,
      ),
      check(
        "beyond-order",
        `with lambda from 2 to 20 sigma0^(q-2), wherever the hypotheses hold with the constant 1: ${stuck}`,
        meeting({
          ...{ hypotheses: hypothesesOf(ID), optimizer: "adam", n: [8], q: [3, 4] },
          epochs: (part) => Math.ceil(stepsOf(part) / Math.ceil(part.setting.n / (part.batchSize as number))),
        }),
        true,
      ),
      frequency({
        asymptotic: true,
        name: "four-orders",
        about: `at lambda = 4 sigma0^(q-2), q = 3, full batch: ${stuck}`,
        at: sizesText(choiceSizes(WIDE)),
        part: "stuck",
        levels: [1, 2],
        claimed: [0.5, 1],
        anyOptimizer: true,
        outcome(seed, context) {
          const choice: Choice = { ...WIDE, lr: stepFor(WIDE.sigma0), decay: ["adam-strong-decay", 4 * strength] };
          return (
            escape(
              chosenRun(choice, stepsOf(chosenRun(choice, 1, seed)), seed),
              context,
              multiple * polylog(SLOW.n),
            ) === undefined
          );
        },
      }),
      stuckForever(multiple),
      neverRises(reach),
      ...([{}, { m: 20 }, { batchSize: 1 }] as const).map((changed) => {
        const choice: Choice = { ...SLOW, lr: stepFor(SLOW.sigma0), ...changed };
        const where = Object.keys(changed).length === 0 ? "" : `, ${sizesText(changed)}`;
        return frequency({
          name: `constant${where}`,
          about: `that weight decay at q = 3, alpha = 0.05 against (q p/2) U^(q-2) times ${constant}: within a factor ${CLOSE}`,
          part: "explicit threshold",
          at: sizesText(choiceSizes(choice)),
          levels: [1],
          claimed: [0.5, 1],
          least: 14,
          outcome(seed) {
            const found = stuckFrom(choice, seed);
            const explicit = constant * ownThreshold(chosenRun(choice, 1, seed));
            return found === null ? null : found <= CLOSE * explicit && explicit <= CLOSE * found;
          },
        });
      }),
      ...(
        [
          [3, [0.05, 0.08, 0.12]],
          [4, [0.13, 0.16, 0.2]],
        ] as const
      ).map(([q, grid]) =>
        scaling({
          name: `threshold-q${q}`,
          about: "the weight decay from which training no longer moves the feature of a class, sigma0 alone varied",
          part: `exponent of sigma0 at q = ${q}`,
          at: sizesText(choiceSizes({ ...SLOW, q }), "sigma0"),
          over: "sigma0",
          grid,
          claimed: q - 2 + more,
          levels: [1],
          // A start whose class has no feature at all, one in 32, has no threshold.
          least: 8,
          slack: {
            exponent: 0.25,
            because: "thresholds found to 5% over a factor 1.5 or more of sigma0: 2 ln 1.05/ln 1.5",
          },
          quantity: (sigma0, seed) => stuckFrom({ ...SLOW, q, sigma0, lr: stepFor(sigma0) }, seed),
        }),
      ),
    ],
  });
};
