import { dynamics } from "../../../src/dynamics/dynamics.ts";
import { finish } from "../../../src/sim/follow.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import type { Trajectory } from "../../../src/sim/trajectory.ts";
import { LEVELS, type Level } from "../../claim.ts";
import { boundOf, largestStep, type RunInput, runOf } from "../../meeting.ts";
import { roomFor } from "./room.ts";

/** Numbers of a run that are chosen rather than drawn from the scaling family; hypotheses are inequalities between them. */
export interface Choice {
  readonly n: number;
  readonly s: number;
  readonly m: number;
  readonly alpha: number;
  readonly sigma0: number;
  /** 3 unless given. */
  readonly q?: number;
  /** 1/sqrt(s) unless given, the largest that sqrt(s) sigmaP = O~(1) admits with the constant 1. */
  readonly sigmaP?: number;
  /** n unless given. */
  readonly batchSize?: number;
  readonly betas?: readonly [number, number];
  /** 0.9 of the largest that the hypotheses admit unless given. */
  readonly lr?: number;
  /** A hypothesis that bounds weight decay, and the multiple of its bound. */
  readonly decay?: readonly [hypothesis: string, multiple: number];
  readonly weightDecay?: number;
}

/**
 * A run of Adam at chosen numbers: full supports apart, in as few dimensions as s = Theta(sqrt(d)/n^2) leaves.
 *
 * d = (s n^2/4)^2, so that n^2 s^2 = o(d) holds with the constant 16/n^2
 *
 * @param choice the numbers
 * @param steps of the training, rounded up to whole epochs; a function of the learning rate where they grow as it falls
 * @param seed of the start and of the batches
 * @returns a run file that records its end alone
 * Source: ours; which hypotheses it meets is a matter of the numbers (`unmetBy`).
 */
export function chosenRun(choice: Choice, steps: number | ((lr: number) => number), seed: number): RunInput {
  const { n, s, m, alpha, sigma0, q = 3, sigmaP = 1 / Math.sqrt(s), batchSize = n, betas = [0.9, 0.999] } = choice;
  const setting = {
    n,
    d: roomFor(n, s),
    s,
    sigmaP,
    alpha,
    m,
    q,
    sigma0,
    labels: "balanced",
    supports: "disjoint",
  } as const;
  const { lr = 0.9 * largestStep(setting), decay = ["adam-decay", 0.1] } = choice;
  const shell = { name: "adam", lr, weightDecay: 1, convention: "paper" as const, betas };
  const [hypothesis, multiple] = decay;
  const { weightDecay = multiple * boundOf(hypothesis, { setting, optimizer: shell, batchSize }) } = choice;
  const count = typeof steps === "number" ? steps : steps(lr);
  const epochs = Math.ceil(count / Math.ceil(n / batchSize));
  return {
    setting,
    optimizer: { ...shell, weightDecay },
    batchSize,
    epochs,
    seed,
    testSize: 1000,
    recordEvery: epochs,
  };
}

/**
 * A whole run at a level.
 *
 * @param input a run file
 * @param level 0: all weights; 1: an exact recurrence; 2: the papers' sign recurrence
 * @returns its trajectory
 * @throws InputError where the level's conditions are not met
 * Source: ours.
 */
export function trajectoryOf(input: RunInput, level: Level): Trajectory {
  if (level === LEVELS[0]) return simulate(parseRun(input));
  const run = runOf(input);
  return finish(dynamics(level === LEVELS[2] ? { ...run, method: "sign" } : run, { unwatched: true }));
}
