import fc from "fast-check";
import { frequency } from "../../checks/frequency.ts";
import { property } from "../../checks/property.ts";
import type { Check } from "../../claim.ts";
import type { RunInput } from "../../meeting.ts";
import { share } from "../../uniform.ts";
import { judged, type State } from "./judgedState.ts";
import type { Outcome } from "./outcome.ts";

/** Of the states drawn so many are to agree, in their interval; with so many of them all that do suffice. */
const CLAIMED = [0.8, 1] as const;
const SEEDS = 18;

/** Where in what a lemma leaves open a state lies: shares, one a class where there are two. */
export interface Drawn {
  readonly features: readonly [number, number];
  readonly others: number;
  readonly own: number;
  readonly cross: number;
  readonly elsewhere: readonly [number, number];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  features: fc.tuple(share, share),
  others: share,
  own: share,
  cross: share,
  elsewhere: fc.tuple(share, share),
});

/** A lemma that concludes the errors from what another one says of the weights. */
export interface StateLemma {
  /** Settings at which its argument is looked at: chosen, and drawn wherever its hypotheses hold with constants 1. */
  readonly chosen: RunInput;
  readonly at: string;
  readonly wherever: fc.Arbitrary<RunInput>;
  /** The finite reading of its two conclusions, in words and as bounds. */
  readonly train: number;
  readonly test: {
    readonly words: string;
    right(testError: number): boolean;
    /** Fresh examples that decide it. */
    readonly fresh: number;
  };
}

/** What the weights are said to be. */
export interface Premises {
  readonly words: string;
  state(run: RunInput, drawn: Drawn): State;
}

interface Case {
  readonly run: RunInput;
  readonly drawn: Drawn;
}

/**
 * That weights of which a lemma's premises hold have the errors that it concludes.
 *
 * States are drawn within the premises and judged on their training set and on fresh examples; nothing is trained.
 *
 * @param lemma its settings and conclusions
 * @param premises what the weights are said to be
 * @returns the checks, of the parts "training error" and "test error"
 * Source: ours; [T25] Lemmas C.9, C.16, C.20.
 */
export function fromStates(lemma: StateLemma, premises: Premises): Check[] {
  const { words, state } = premises;
  const parts = [
    {
      ...{ part: "training error", concluded: `training error ${lemma.train}`, testSize: 1 },
      wrong: ({ trainError }: Outcome) => (trainError === lemma.train ? undefined : `training error ${trainError}`),
    },
    {
      ...{ part: "test error", concluded: lemma.test.words, testSize: lemma.test.fresh },
      wrong: ({ testError }: Outcome) => (lemma.test.right(testError) ? undefined : `test error ${testError}`),
    },
  ];
  return parts.flatMap(({ part, concluded, testSize, wrong }) => {
    const common = { part, about: `states with ${words} have ${concluded}` };
    const violation = ({ run, drawn: at }: Case) =>
      wrong(judged(run.setting, state(run, at), { seed: run.seed, testSize }));
    return [
      frequency({
        asymptotic: true,
        ...{ ...common, name: part, at: lemma.at, claimed: CLAIMED, least: SEEDS },
        outcome(seed) {
          const [at] = fc.sample(drawn, { seed: seed | 0, numRuns: 1, unbiased: true }) as [Drawn];
          return violation({ run: { ...lemma.chosen, seed }, drawn: at }) === undefined;
        },
      }) as Check,
      property({
        ...{ ...common, name: `${part} wherever`, asymptotic: true, shrinks: 20 },
        cases: fc.record({ run: lemma.wherever, drawn }),
        violation,
      }) as Check,
    ];
  });
}
