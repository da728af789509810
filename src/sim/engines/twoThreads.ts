import { newSharedMemory } from "../../numeric/webAssembly.ts";
import { decayFactors } from "../../optimizers/decay.ts";
import { optimizerNamed } from "../../optimizers/registry.ts";
import { lanesIn } from "../../setting/network.ts";
import type { Batches } from "../batches.ts";
import type { Engine, Problem, Training } from "../engine.ts";
import { madeBy, splitProblem } from "../ground.ts";
import { lossOf } from "../losses/registry.ts";
import { putBack } from "../state.ts";
import { type Arena, newArena } from "./arena.ts";
import { attachFormula, layOutFormula } from "./formula/attach.ts";
import { HALVES, putHeld, takeHeld } from "./held.ts";
import { configure, type Kernel } from "./kernel.ts";
import { labelPlacer } from "./legLabels.ts";
import { legPlacer, type PlacedLeg } from "./legs.ts";
import { newOtherThread } from "./otherThread.ts";
import { rowsOf } from "./rows.ts";
import { kernelTrains, layOut, layOutBatch, layOutBlocks, layOutOutputs } from "./setup.ts";
import { newSharedKernel, type SharedOrder, type SharedSetup, sharedModule } from "./sharedKernel.ts";
import { memoriesIn, type Stretch, viewsOf } from "./stretch.ts";
import { wasm } from "./wasm.ts";
import { columnEntries, exampleBytes, patchesListed } from "./widerSetup.ts";

/** Both threads' variables, except those of a batch. */
function layOutHalves(
  problem: ReturnType<typeof splitProblem>,
  kernel: Pick<Kernel, "packedBytes" | "gatheredBytes">,
  arena: Arena,
) {
  const counts = HALVES.map(() => arena.reserve(4)) as [number, number];
  const half = (k: 0 | 1) => {
    const laid = layOut(problem, HALVES[k], arena);
    return {
      ...laid,
      ...layOutBlocks(kernel, laid, arena),
      published: counts[k],
      awaited: counts[k === 0 ? 1 : 0],
    };
  };
  return [half(0), half(1)] as const;
}

/**
 * The wasm engine, one training in two threads: this one holds the neurons of class +1, a worker of Node those of class -1.
 *
 * Every number is byte-identical to the wasm engine's, so that name and version are the same: an output is a sum over one class alone, and
 * the batch's outputs are all that the threads tell each other, once a step.
 *
 * Source: ours; what it gains is in docs/notes/engine.md.
 */
export const twoThreads: Engine = {
  ...wasm,
  start(given: Problem): Training {
    const problem = splitProblem(given);
    const { network, examples, optimizer, rate } = problem;
    const { decay, own } = optimizerNamed(optimizer.name);
    // Formulas keep a rate of their own, which the other thread's could not be told on the way.
    const wholly = own === undefined || rate === undefined;
    if (!kernelTrains(problem) || !wholly || lanesIn(network) > 2 * network.neurons) return wasm.start(given);
    const memory = newSharedMemory();
    const kernel = newSharedKernel(sharedModule(), memory, lossOf(problem.loss ?? {}));
    const arena = newArena(kernel);
    const halves = layOutHalves(problem, kernel, arena);
    const withBatch = (batchSize: number, entries: number) => {
      const outputs = layOutOutputs(batchSize, 2, arena);
      const whole = (half: (typeof halves)[number]): SharedSetup => ({
        ...half,
        ...layOutBatch(exampleBytes(half), batchSize, columnEntries(half, entries), arena, patchesListed(half)),
        ...outputs,
      });
      return [whole(halves[0]), whole(halves[1])] as const;
    };
    const formulas = halves.map((half) => layOutFormula(problem, half, arena, true));
    const [formula, otherFormula] = formulas;
    if (formula) attachFormula(kernel, memory, formula);
    let [mine, others] = withBatch(0, 0);
    const place = legPlacer(rowsOf(examples), arena, (batchSize, entries) => {
      [mine, others] = withBatch(batchSize, entries);
      configure(kernel, mine);
    });
    const placeLabels = labelPlacer(problem, arena);
    const { step } = kernel;
    const names = [...Object.keys(others), "step"] as (keyof SharedOrder)[];
    const other = newOtherThread(kernel, memory, names, arena, otherFormula, problem.loss);
    const { length } = problem.weights;
    const carried = halves.map((half, k) => {
      const bytes = (half.row * length) / (2 * network.neurons);
      const addresses = [half.weights, ...memoriesIn(optimizer.name, half, formulas[k])];
      return addresses.map((address): Stretch => [address, bytes]);
    });
    /** What both halves have at a place, row by row. */
    const gathered = (place: number, out = new Float64Array(length)): Float64Array => {
      halves.forEach((half, k) => {
        const [part] = viewsOf(memory, [carried[k]?.[place] as Stretch]);
        putHeld(part as Float64Array, network.neurons, half, out);
      });
      return out;
    };
    const weights = problem.weights.slice();
    let current = true;
    /** Both threads take a leg, with these variables of their kernels. */
    const take = (leg: PlacedLeg, change: Partial<SharedSetup>): boolean => {
      configure(kernel, change);
      other.begin(leg, { ...others, ...change, step: step.value });
      const finite = kernel.run(...leg) !== 0;
      other.finish();
      return finite;
    };
    /** A rate that changes is that of one step: as many legs. */
    function takeEach([indices, offsets, count]: PlacedLeg, legLabels: number, at: (step: number) => number): boolean {
      for (let k = 0; k < count; k++) {
        const eta = optimizer.lr * at(step.value + 1);
        const change = { legLabels, eta, ...decayFactors(decay, { ...optimizer, lr: eta }) };
        if (!take([indices, offsets + 4 * k, 1], change)) return false;
      }
      return true;
    }
    return {
      by: madeBy(wasm, given.examples),
      get step() {
        return step.value;
      },
      get weights() {
        if (!current) gathered(0, weights);
        current = true;
        return weights;
      },
      run(batches: Batches): boolean {
        const leg = place(batches);
        const legLabels = placeLabels(batches, step.value);
        current = false;
        return rate ? takeEach(leg, legLabels, rate) : take(leg, { legLabels });
      },
      state: () => ({ step: step.value, numbers: (carried[0] as Stretch[]).map((_, place) => gathered(place)) }),
      restore(state) {
        halves.forEach((half, k) => {
          const numbers = state.numbers.map((values) => takeHeld(values, network.neurons, half));
          putBack({ ...state, numbers }, viewsOf(memory, carried[k] as Stretch[]));
        });
        step.value = state.step;
        current = false;
      },
      end: other.end,
    };
  },
};
