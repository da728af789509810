import { drawStart } from "../../../src/data/start.ts";
import { weightsToNested } from "../../../src/data/weights.ts";
import type { DynamicsRun } from "../../../src/dynamics/run.ts";
import { networkOf } from "../../../src/setting/network.ts";
import { property } from "../../checks/property.ts";
import { scaling } from "../../checks/scaling.ts";
import type { Check } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { sizesText } from "../choices/sizes.ts";
import { type Descent, descents, type Objective } from "./descent.ts";
import { descentViolation } from "./descentBound.ts";
import { type Adaptive, slowRuns } from "./signRuns.ts";

/** The claim's numbers, which mutants change. */
export interface DescentNumbers {
  /** c of -eta c |grad J|_1, of what the reading gives; 1. */
  readonly rate?: number;
  /** Exponent of eta in the rest; 2. */
  readonly order?: number;
  /** Of the term of decoupled decay; 1. */
  readonly decayTerm?: number;
  /** Exponent of n/b in c; 0. */
  readonly share?: number;
}

type Named = Pick<Check, "name" | "part" | "reading">;

/** eta of the study of the rest, and eta times steps: long enough for features and noise to be learnt. */
const SMALL_RATES = [1e-3, 5e-4, 2.5e-4];
const HORIZON = 0.8;

interface Training {
  readonly lr: number;
  readonly weightDecay: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly n?: number;
  readonly d?: number;
  readonly convention?: "paper" | "pytorch";
}

/** A small training: |xi_i| about 1, one neuron a class. */
const SMALL = { n: 4, s: 8, sigmaP: 0.35, alpha: 0.3, m: 1, q: 3, sigma0: 0.3 };

function learningRun(
  name: Adaptive,
  { lr, weightDecay, batchSize, steps, n = SMALL.n, d = n * SMALL.s + 1, convention = "paper" }: Training,
  seed: number,
): RunInput {
  const labels = { labels: "balanced", supports: "disjoint" } as const;
  return {
    setting: { ...SMALL, n, d, ...labels },
    optimizer: { name, lr, weightDecay, betas: [0.5, 0.9], convention },
    batchSize,
    epochs: Math.ceil((steps * batchSize) / n),
    seed,
    testSize: 1,
  };
}

/** Decay strong enough to be felt where L does not count it. */
const felt = (name: Adaptive) => (name === "adam" ? 1e-2 : 0.1);

/** Decay within the theorems' ranges, where Adam's is weak. */
const usual = (name: Adaptive) => (name === "adam" ? 1e-4 : 0.1);

/** The same from where the feature is learnt, u = 0.8, and of the noise 1% is left of what is drawn. */
function learntRun(run: DynamicsRun): DynamicsRun {
  const { setting, seed } = run;
  const { examples, weights } = drawStart(setting, networkOf(run.network, setting), seed);
  const patch = (i: number) => {
    const dense = new Array<number>(setting.d).fill(0);
    for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++) {
      dense[examples.coordinates[e] as number] = examples.values[e] as number;
    }
    return dense;
  };
  const start = {
    labels: [...examples.labels],
    noisePatches: Array.from({ length: setting.n }, (_, i) => patch(i)),
    weights: weightsToNested(weights, setting.m).map((neurons, c) =>
      neurons.map((w) => w.map((value, k) => (k === 0 ? 0.8 - 1.6 * c : 0.01 * value))),
    ),
  };
  return { ...run, start };
}

/** Largest eta c |grad J|_1 - fall; null where there is none. */
function excessOf(looks: Iterable<Descent>, lr: number, rate: number): number | null {
  let most = 0;
  for (const { fall, norm } of looks) most = Math.max(most, lr * rate * norm - fall);
  return most > 0 ? most : null;
}

/** That full batches descend by the l1 norm, but for terms of order eta^2 with derived constants. */
export const fullDescent = (
  named: Named,
  optimizer: Adaptive,
  objective: Objective,
  { rate = 1 }: DescentNumbers,
): Check =>
  property<RunInput>({
    ...named,
    about:
      "b = n: J falls by eta c |grad J|_1 - eta^2 sum_k [...] at least at every step, with the derived constants, in either convention",
    cases: slowRuns(optimizer, (n) => [n]),
    violation: (run) => descentViolation(runOf(run), objective, rate),
    run: (run) => run,
    levels: [0],
  }) as Check;

/** That what is missing to the descent by the l1 norm is of second order in eta. */
export const excessOverRate = (
  named: Named,
  optimizer: Adaptive,
  objective: Objective,
  { rate = 1, order = 2, decayTerm = 1, convention }: DescentNumbers & { convention: "paper" | "pytorch" },
): Check =>
  scaling({
    ...named,
    about: `b = n, ${convention}: the largest eta |grad J|_1 + J(t+1) - J(t) of a training is O~(eta^2)`,
    at: sizesText(SMALL),
    over: "eta",
    grid: SMALL_RATES,
    quantity(lr, seed) {
      const training = { lr, weightDecay: felt(optimizer), batchSize: 4, steps: HORIZON / lr, convention };
      return excessOf(
        descents(runOf(learningRun(optimizer, training, seed)), objective, { looks: 40, decayTerm }),
        lr,
        rate,
      );
    },
    claimed: [order, Number.POSITIVE_INFINITY],
    slack: { exponent: 0.4, because: "third order in eta, and 40 looks at a training" },
    levels: [0],
  }) as Check;

/** That the same grows with d no faster than d; the coordinates beside the 33 active ones are in no support. */
export const excessOverDimension = (named: Named, optimizer: Adaptive, objective: Objective): Check =>
  scaling({
    ...named,
    about: "b = n: the same over d, supports unchanged",
    at: sizesText(SMALL),
    over: "d",
    grid: [33, 65, 129, 257],
    quantity(d, seed) {
      const training = { lr: 2e-3, weightDecay: felt(optimizer), batchSize: 4, steps: 200, d } as const;
      const run = runOf(learningRun(optimizer, { ...training, convention: "pytorch" }, seed));
      return excessOf(descents(run, objective, { coordinates: "all", looks: 20 }), training.lr, 1);
    },
    claimed: [Number.NEGATIVE_INFINITY, 1],
    slack: { exponent: 0.1, because: "other supports and weights at another d" },
    least: 9,
    levels: [0],
  }) as Check;

/** That the constant c is one, however often an example is unseen: from the start, or from where the feature is learnt. */
export const shareOverBatches = (
  named: Named,
  optimizer: Adaptive,
  objective: Objective,
  { learnt, share = 0 }: { learnt: boolean; share?: number },
): Check =>
  scaling({
    ...named,
    about: `b = 1, ${learnt ? "from a learnt feature" : "from the start"}: the median of -E[J(t+1) - J(t)]/(eta |grad J|_1) over 128 steps does not depend on n/b`,
    at: sizesText(SMALL, "n"),
    over: "n/b",
    grid: [8, 16, 32],
    quantity(n, seed) {
      const training = { lr: learnt ? 1e-4 : 1e-3, weightDecay: usual(optimizer), batchSize: 1, steps: 128, n };
      const run = runOf(learningRun(optimizer, training, seed));
      const looks = descents(learnt ? learntRun(run) : run, objective, { looks: 8 });
      const shares = Array.from(looks, ({ fall, norm }) => fall / (training.lr * norm));
      return shares.sort((a, b) => a - b)[shares.length >> 1] as number;
    },
    claimed: share,
    slack: { exponent: 0.15, because: "other examples at another n, 8 looks" },
    levels: [0],
  }) as Check;
