import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import type { RunInput } from "../meeting.ts";
import { endOf } from "../support/benign/ends.ts";
import { K23_CHOSEN, K23_CONDITION, k23At, k23Meeting, k23Run } from "../support/benign/k23.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

/** n |mu|^4/(sigmaP^4 d) at the chosen sizes. */
const BENIGN = 20;
const HARMFUL = 0.2;

/** The numbers of the claim. */
export interface K23Thm32Numbers {
  /** Training loss that counts as fitted. */
  readonly epsilon?: number;
  /** How far from the noise rate a test error is that is a constant away. */
  readonly apart?: number;
  readonly benign?: number;
  readonly harmful?: number;
}

type Side = "benign" | "harmful";

/** How a training ends otherwise than a side of Theorem 3.2 says; undefined where it does not. */
function otherwise(
  run: RunInput,
  level: Level,
  side: Side,
  { epsilon, apart }: Required<Pick<K23Thm32Numbers, "epsilon" | "apart">>,
) {
  const end = endOf(run, level);
  if (!end) return "a number was not finite";
  const { trainLoss, testError } = end;
  if (!(trainLoss <= epsilon)) return `training loss ${trainLoss}`;
  const { flip = 0 } = run.setting;
  const right = side === "benign" ? testError < flip + apart : testError >= flip + apart;
  return right ? undefined : `test error ${testError} at flip = ${flip}`;
}

/**
 * With flipped labels, gradient descent on a ReLU network fits them all, and is as good as can be or not by the signal's strength.
 *
 * L_S <= epsilon;   n |mu|^4 >= C1 sigmaP^4 d:  error <= p + exp(-n |mu|^4/(C2 sigmaP^4 d));   n |mu|^4 <= C3 sigmaP^4 d:  error >= p + 0.1
 *
 * @param numbers of the claim; their defaults are its own
 * @returns the claim
 * Source: [K23] Theorem 3.2, from memory.
 */
export const k23Thm32 = ({
  epsilon = 0.05,
  apart = 0.1,
  benign = BENIGN,
  harmful = HARMFUL,
}: K23Thm32Numbers = {}): Claim => {
  const side = (name: Side, ratio: number) => [
    frequency({
      asymptotic: true,
      name: `${name}, n |mu|^4 = ${ratio} sigmaP^4 d`,
      part: name,
      about: `training loss at most ${epsilon}, test error ${name === "benign" ? "below" : "at least"} flip + ${apart}`,
      at: k23At(ratio),
      levels: [1, 0],
      outcome: (seed, { level }) =>
        otherwise(k23Run({ ...K23_CHOSEN, ratio }, seed), level, name, { epsilon, apart }) === undefined,
      claimed: [0.5, 1],
    }),
    property({
      name: `${name}, wherever`,
      part: name,
      about: "n from 8 to 24, m 4 or 8, flip 0.05 or 0.1, d from 1.2 to 8 times n^2, |mu| as the hypotheses leave it",
      levels: [1],
      asymptotic: true,
      cases: k23Meeting(name === "benign" ? "k23-benign" : "k23-harmful"),
      shrinks: 3,
      violation: (run: RunInput, { level }) => otherwise(run, level, name, { epsilon: 2 * epsilon, apart }),
      run: (run: RunInput) => run,
    }),
  ];
  return defineClaim({
    id: "k23-thm-3.2",
    source: "K23 3.2",
    kind: "outcome",
    statement:
      "gradient descent reaches training loss epsilon, flipped labels included; where n |mu|^4 >= C1 sigmaP^4 d its test error is at most p + exp(-n |mu|^4/(C2 sigmaP^4 d)), where n |mu|^4 <= C3 sigmaP^4 d at least p + 0.1",
    latex: String.raw`n\|\mu\|_2^4 \ge C_1\sigma_p^4 d:\ L_D^{0-1} \le p + e^{-n\|\mu\|_2^4/(C_2\sigma_p^4 d)};\qquad n\|\mu\|_2^4 \le C_3\sigma_p^4 d:\ L_D^{0-1} \ge p + 0.1`,
    hypotheses: [...K23_CONDITION],
    readAs: [
      `training loss epsilon: at most ${epsilon} at the chosen sizes, ${2 * epsilon} elsewhere`,
      `p + exp(-...): below p + ${apart}; C1 and C3: 1 wherever, ${benign} and ${harmful} at the chosen sizes`,
      "test error: against the labels seen, as expected from that against the true ones",
      WITH_HIGH_PROBABILITY,
    ],
    restsOn: ["k23-active", "k23-balance", "k23-ratio"],
    checks: [...side("benign", benign), ...side("harmful", harmful)],
  });
};
