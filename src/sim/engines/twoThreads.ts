import { newSharedMemory } from "../../numeric/webAssembly.ts";
import type { Batches } from "../batches.ts";
import type { Engine, Problem, Training } from "../engine.ts";
import { type Arena, newArena } from "./arena.ts";
import { attachFormula, layOutFormula } from "./formula/attach.ts";
import { HALVES, putHeld, rowLanes } from "./held.ts";
import { configure } from "./kernel.ts";
import { legPlacer } from "./legs.ts";
import { newOtherThread } from "./otherThread.ts";
import { kernelKnows, layOut, layOutBatch, layOutOutputs } from "./setup.ts";
import { newSharedKernel, type SharedSetup, sharedModule } from "./sharedKernel.ts";
import { wasm } from "./wasm.ts";

/** Both threads' variables, except those of a batch. */
function layOutHalves(problem: Problem, arena: Arena) {
  const counts = HALVES.map(() => arena.reserve(4)) as [number, number];
  const half = (k: 0 | 1) => ({
    ...layOut(problem, HALVES[k], arena),
    published: counts[k],
    awaited: counts[k === 0 ? 1 : 0],
  });
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
  start(problem: Problem): Training {
    if (!kernelKnows(problem.optimizer.name)) return wasm.start(problem);
    const { network, examples } = problem;
    const memory = newSharedMemory();
    const kernel = newSharedKernel(sharedModule(), memory);
    const arena = newArena(kernel);
    const halves = layOutHalves(problem, arena);
    const withBatch = (batchSize: number, entries: number) => {
      const outputs = layOutOutputs(batchSize, 2, arena);
      const whole = (half: (typeof halves)[number]): SharedSetup => ({
        ...half,
        ...layOutBatch(half.row, batchSize, entries, arena),
        ...outputs,
      });
      return [whole(halves[0]), whole(halves[1])] as const;
    };
    const [formula, otherFormula] = halves.map((half) => layOutFormula(problem, half, arena, true));
    if (formula) attachFormula(kernel, memory, formula);
    let [mine, others] = withBatch(0, 0);
    const place = legPlacer(examples, arena, (batchSize, entries) => {
      [mine, others] = withBatch(batchSize, entries);
      configure(kernel, mine);
    });
    const names = Object.keys(others) as (keyof SharedSetup)[];
    const other = newOtherThread(kernel, memory, names, arena, otherFormula);
    const weights = problem.weights.slice();
    let current = true;
    return {
      get step() {
        return kernel.step.value;
      },
      get weights() {
        if (current) return weights;
        for (const half of halves) {
          const length = half.dimension * rowLanes(network.neurons, half);
          const part = new Float64Array(memory.buffer, half.weights, length);
          putHeld(part, network.neurons, half, weights);
        }
        current = true;
        return weights;
      },
      run(batches: Batches): boolean {
        const leg = place(batches);
        other.begin(leg, others);
        const finite = kernel.run(...leg) !== 0;
        other.finish();
        current = false;
        return finite;
      },
      end: other.end,
    };
  },
};
