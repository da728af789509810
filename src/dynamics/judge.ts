import { drawActiveTestExamples } from "../data/activeTestExamples.ts";
import { drawExamples, type Examples } from "../data/examples.ts";
import { eachExtra, extraStart } from "../data/extraRows.ts";
import type { Weights } from "../data/weights.ts";
import { integerPower } from "../numeric/integerPower.ts";
import { isImages } from "../setting/imageSource.ts";
import { lanesIn, type Model, PAPERS_MODEL } from "../setting/network.ts";
import type { Engine, Judged } from "../sim/engine.ts";
import { ENGINES } from "../sim/engines/registry.ts";
import { type Tested, tested } from "../sim/metrics.ts";
import type { Run } from "../sim/run.ts";
import { momentsOf } from "../sim/schedule.ts";
import type { Margins } from "../sim/widerMetrics.ts";
import { shrinkage } from "./coasting.ts";
import { inactiveSize } from "./inactive.ts";
import type { Coefficients, Problem, Recurrence } from "./recurrence.ts";
import { newExact } from "./sketch/exactly.ts";
import { ownersOf } from "./sketch/meetings.ts";
import { prepare } from "./sketch/prepare.ts";
import { allInDoubt, type Settled, settle } from "./sketch/settle.ts";
import { newSketch } from "./sketch/sketch.ts";
import { type Touching, touching } from "./touching.ts";

/** A sketch costs about as much as that many moments judged in full; for fewer moments, or fewer examples, it is not worth while. */
const FEW_MOMENTS = 5;
const FEW = 64;

/** Neurons of test examples, at 20 bytes each, that a sketch is made for at most. */
const MANY = 4194304;

/** Fresh examples, and what they say of a training. */
export interface Fresh {
  readonly examples: Omit<Margins, "margins"> & Pick<Examples, "shown">;
  readonly judge: (recurrence: Recurrence, read: Pick<Coefficients, "signal" | "extra">) => Tested;
}

/** What is said of the same examples again and again: `size` is tau. */
type ByWeights = (recurrence: Recurrence, size: number) => Judged;

/**
 * Judges examples by the weights that they touch.
 *
 * @param problem where the training began
 * @param touching the examples
 * @param engine that judges
 * @returns a function of the training and of tau
 * Source: ours.
 */
export function byWeights({ network }: Problem, { examples, touched }: Touching, engine: Engine): ByWeights {
  const width = 2 * network.neurons;
  const active = touched.length * width;
  const judge = engine.judge(network, touched.length + width, examples);
  const extra = extraStart(network.model ?? PAPERS_MODEL, width).length;
  const weights: Weights = new Float64Array(active + width * width + extra);
  return (recurrence, size) => {
    recurrence.weights({ coordinates: touched, out: weights });
    for (let r = 0; r < width; r++) weights[active + r * width + r] = size;
    const lanes = network.model && extra > 0 && recurrence.coefficients().extra;
    if (lanes) eachExtra(network.model as Model, width, weights.length, (name, at) => weights.set(lanes[name], at));
    return judge(weights);
  };
}

/** Judges examples by all weights, rebuilt from what moved them: those and the examples are all that is held, and the numbers are level 0's of these weights. */
function wholeJudge({ setting, seed, testSize }: Run, { network }: Problem, engine: Engine): Fresh {
  const examples = drawExamples(setting, seed, "testExample", testSize);
  const judge = engine.judge(network, setting.d, examples);
  const width = lanesIn(network);
  const first = setting.d * width;
  const { model = PAPERS_MODEL } = network;
  const weights: Weights = new Float64Array(first + extraStart(model, width).length);
  return {
    examples,
    judge(recurrence, { extra }) {
      recurrence.weights({ out: weights });
      if (extra) eachExtra(model, width, weights.length, (name, at) => weights.set(extra[name], at));
      return tested(judge(weights));
    },
  };
}

/** Judges examples by a sketch, and those that it leaves in doubt exactly; undefined where it has nothing to say. */
function bySketch(problem: Problem, all: Touching, { direction }: Recurrence) {
  const { network, optimizer, start } = problem;
  const { count, labels } = all.examples;
  const worthWhile = count >= FEW && 2 * count * network.neurons <= MANY;
  if (!direction || network.name !== "cnn" || !worthWhile) return () => undefined;
  const owners = ownersOf(start.examples, direction);
  const prepared = prepare(problem, all, owners);
  if (!prepared) return () => undefined;
  const look = newSketch(network, labels, prepared);
  const judge = newExact(problem, all, owners);
  const rho = shrinkage(optimizer);
  const unknown = allInDoubt(count);
  let before: Settled | undefined;
  return (recurrence: Recurrence, size: number, signal: Float64Array): Tested | undefined => {
    const along = recurrence.along?.() as Float64Array;
    const state = { decayed: integerPower(rho, recurrence.step), size, signal, along };
    const sight = look(state);
    before = sight && settle(network, labels, unknown, sight, (chosen) => judge(state, chosen), before);
    return before?.tested;
  };
}

/**
 * What fresh examples say where only the active coordinates are held.
 *
 * A fresh example meets active coordinates as in the dense simulation (it is the same example); what it has on the others gives, per
 * neuron, a Gaussian number of variance tau(t)^2 sum_k zeta[k]^2, as if each lane had one more coordinate of weight tau(t).
 *
 * @param run seed, testSize, setting
 * @param problem network, optimizer and start
 * @param engine the first of the registry unless given
 * @returns a function of the training and its coefficients, giving test error and fresh noise; a sketch changes none of their bits
 * Source: ours, docs/notes/coefficients.md and sketch.md; what is approximate is said at `drawActiveTestExamples` and `inactiveSize`.
 */
export function newJudge(run: Run, problem: Problem, engine: Engine = ENGINES[0]): Fresh {
  const { setting, seed, testSize } = run;
  if (isImages(setting.data)) return wholeJudge(run, problem, engine);
  const { coordinates } = problem.start;
  const lanes = 2 * problem.network.neurons;
  const all = touching(drawActiveTestExamples(setting, seed, testSize, coordinates, lanes), coordinates.length);
  const tau = inactiveSize(problem.optimizer, setting.sigma0, problem.rate?.at);
  let inFull: ByWeights | undefined;
  let sketched: ReturnType<typeof bySketch> | undefined;
  return {
    examples: all.examples,
    judge(recurrence, { signal }) {
      const size = tau(recurrence.step);
      if (momentsOf(run) > FEW_MOMENTS) sketched ??= bySketch(problem, all, recurrence);
      const settled = sketched?.(recurrence, size, signal);
      if (settled) return settled;
      inFull ??= byWeights(problem, all, engine);
      return tested(inFull(recurrence, size));
    },
  };
}
