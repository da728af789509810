import { frequency } from "../checks/frequency.ts";
import { property } from "../checks/property.ts";
import type { Claim, Level } from "../claim.ts";
import { defineClaim } from "../defineClaim.ts";
import { type RunInput, runOf } from "../meeting.ts";
import { observe } from "../observe.ts";
import { K23_CHOSEN, K23_CONDITION, k23At, k23Meeting, k23Run } from "../support/benign/k23.ts";
import { WITH_HIGH_PROBABILITY } from "../support/evidence/withHighProbability.ts";

/** Steps that are looked at. */
const STEPS = 100;

/** The first neuron of an example's class that answered to it at the start and does not later; `own` false asks it of the other class, where it is not so. */
function fallsSilent(run: RunInput, level: Level, own: boolean): string | undefined {
  const { problem, moments } = observe(runOf({ ...run, epochs: Math.min(run.epochs, STEPS) }), level, "step");
  const { labels, count } = problem.start.examples;
  const { m } = run.setting;
  let answering: boolean[] | undefined;
  for (const { step, noise } of moments) {
    const answers = Array.from(noise, (x) => x > 0);
    answering ??= answers;
    for (let i = 0; i < count; i++) {
      const first = i * 2 * m + ((labels[i] === 1) === own ? 0 : m);
      for (let at = first; at < first + m; at++)
        if (answering[at] && !answers[at])
          return `step ${step}: neuron ${at - first} no longer answers to example ${i}`;
    }
  }
  return undefined;
}

/**
 * A neuron of an example's class that answers to its noise at the start does so for ever.
 *
 * S_i^0 = { r: <w_{y_i,r}^0, xi_i> > 0 }  is part of  S_i^t = { r: <w_{y_i,r}^t, xi_i> > 0 }
 *
 * @param numbers of the claim: whether neurons of the other class are asked instead
 * @returns the claim
 * Source: [K23], on the sets of activated neurons (its proof of training dynamics), from memory; its number is not known here.
 */
export const k23Active = ({ own = true }: { readonly own?: boolean } = {}): Claim =>
  defineClaim({
    id: "k23-active",
    source: "K23",
    kind: "outcome",
    statement: "neurons of an example's class that its noise activates at the start stay activated by it",
    latex: String.raw`S_i^{(0)} \subseteq S_i^{(t)},\quad S_i^{(t)} = \{r : \langle w_{y_i,r}^{(t)},\xi_i\rangle > 0\}`,
    hypotheses: [...K23_CONDITION],
    readAs: [`for ever: in ${STEPS} steps`, WITH_HIGH_PROBABILITY],
    restsOn: ["gradient"],
    checks: [
      frequency({
        asymptotic: true,
        name: "stay activated",
        about: `no neuron of an example's class falls silent to it in ${STEPS} steps`,
        at: k23At(1),
        levels: [1, 0],
        outcome: (seed, { level }) => fallsSilent(k23Run({ ...K23_CHOSEN, ratio: 1 }, seed), level, own) === undefined,
        claimed: [0.5, 1],
      }),
      property({
        name: "wherever",
        about: "n from 8 to 24, m 4 or 8, d from 1.2 to 8 times n^2, where Condition 3.1 holds with the constant 1",
        levels: [1],
        asymptotic: true,
        cases: k23Meeting("k23-benign"),
        shrinks: 3,
        violation: (run, { level }) => fallsSilent(run, level, own),
        run: (run) => run,
      }),
    ],
  });
