import type { Audit } from "../bounds/audit.ts";
import type { FlipRace } from "../bounds/thresholds/feature/flipRace.ts";
import { shortNumber } from "./table.ts";

/** What an audit says of a start's supports. */
export const supportsText = ({ supports }: Audit) => {
  const { disjoint, probability, complement, unionBound } = supports;
  const now = `Supports of this start ${disjoint ? "are" : "are not"} pairwise disjoint.`;
  const [P, rest, bound] = [probability, complement, unionBound].map((text) => shortNumber(Number(text)));
  return `${now} Drawn independently: P(disjoint) = ${P}, 1 - P = ${rest} (union bound ${bound}).`;
};

/** What an optimizer remembers of an example between two visits. */
export function memoryText({ stepsPerEpoch, moments }: Audit): string {
  const epoch = `An epoch has n/B = ${shortNumber(stepsPerEpoch)} steps`;
  if (!moments) return `${epoch}.`;
  const { firstMoment, secondMoment, momentRatio, movement } = moments;
  const forgets = (steps: number | null) =>
    steps === null ? "never forgets" : `forgets in ${shortNumber(steps)} steps`;
  const memory = `the first moment ${forgets(firstMoment)} (b1^t <= eps), the second ${forgets(secondMoment)} (b2^(t/2) <= lambda eta)`;
  const bound =
    momentRatio === undefined
      ? "b1^2 >= b2: normalized steps have no bound"
      : `normalized steps are at most ${shortNumber(momentRatio)} (moment-ratio)`;
  const race =
    movement === undefined
      ? ""
      : `; steady gradients move the feature by ${shortNumber(stepsPerEpoch)} eta an epoch, a noise coordinate by about ${shortNumber(movement)} eta`;
  return `${epoch}; ${memory}; ${bound}${race}.`;
}

/** Where weights end that are pushed steadily, for the optimizers that have such an end. */
export function steadyStateText({ steadyState, run }: Audit): string[] {
  if (!steadyState) return [];
  const { bound, unstable, stable, failingDecay } = steadyState;
  const weights = bound === null ? "weights have no bound" : `|w| <= ${shortNumber(bound)}`;
  const fails =
    failingDecay === null
      ? "at eps = 0 every weight decay holds some feature"
      : `a weight decay above ${shortNumber(failingDecay)} holds none`;
  const feature =
    unstable !== null && stable !== null
      ? `the feature of a class grows to ${shortNumber(stable)} from anywhere above ${shortNumber(unstable)}`
      : run.optimizer.weightDecay > 0
        ? "the feature of every class shrinks to 0"
        : "without weight decay the feature has none";
  return [`AdamW's steady state, with small steps: ${weights}; ${feature}; ${fails}.`];
}

const SAYS: Readonly<Record<FlipRace["says"], string>> = {
  learns: "is above twice the boundary of the flip: the feature is predicted to be learnt",
  flips: "is below half of the boundary of the flip: the noise is predicted to win, the feature to flip",
  open: "is within a factor 2 of the boundary of the flip: the feature may be learnt or flip, and seeds differ",
};

/** Whether n/b is large enough for the feature, in one sentence; a warning where it is not, or may not be. */
export function raceText({ race, stepsPerEpoch, supports }: Audit): string[] {
  if (!race) return [];
  const { says, lead, needed, ratio } = race;
  const moves = `an epoch moves the feature K/G(K) = ${shortNumber(lead)} times as far as a coordinate of an example's noise, K = n/b, and 0.79 c_b |zeta|_1 = ${shortNumber(needed)} times are needed, so it has ${shortNumber(ratio)} of that`;
  const warning = says === "learns" ? "" : "Warning: ";
  const stretched = supports.disjoint ? "" : ", a law of disjoint supports, stretched";
  return [`${warning}n/b = ${shortNumber(stepsPerEpoch)} ${SAYS[says]} (${moves}; while decay is small${stretched}).`];
}
