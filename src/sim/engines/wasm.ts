import type { Examples } from "../../data/examples.ts";
import type { Network } from "../../setting/network.ts";
import type { Batches } from "../batches.ts";
import type { Engine, Margins, Problem, Training } from "../engine.ts";
import { newArena } from "./arena.ts";
import { type Kernel, newKernel, type Setup } from "./kernel.ts";
import { reference } from "./reference.ts";
import { kernelKnows, layOut, layOutBatch, layOutForward } from "./setup.ts";

function configure(kernel: Kernel, setup: Partial<Setup>): void {
  for (const [name, value] of Object.entries(setup)) kernel[name as keyof Setup].value = value;
}

/** The largest difference between neighbours: the size of the largest batch, or of the longest row. */
function largestGap(bounds: Int32Array): number {
  let largest = 0;
  for (let k = 1; k < bounds.length; k++)
    largest = Math.max(largest, (bounds[k] as number) - (bounds[k - 1] as number));
  return largest;
}

/**
 * The fast engine: WebAssembly SIMD, two lanes a vector, one call for all batches of a leg.
 *
 * Every number is byte-identical to the reference engine's: lanes are independent, and within a lane the operations and their
 * order are the same (no fused multiply-add exists in the instruction set used).
 *
 * Source: ours; the kernel is src/sim/engines/kernel.
 */
export const wasm: Engine = {
  name: "wasm",
  version: "1",
  start(problem: Problem): Training {
    // An optimizer that is new in the registry runs before its kernel is written: the same numbers, slower.
    if (!kernelKnows(problem.optimizer.name)) return reference.start(problem);
    const kernel = newKernel();
    const arena = newArena(kernel);
    const setup = layOut(problem, arena);
    configure(kernel, setup);
    const { memory, step, run } = kernel;
    const { length } = problem.weights;
    let room = 0;
    let inputs = 0;
    let largest = 0;
    const longest = largestGap(problem.examples.rows);
    let weights = new Float64Array(memory.buffer, setup.weights, length);
    return {
      get step() {
        return step.value;
      },
      get weights() {
        // Memory that has grown has a new buffer.
        if (weights.buffer !== memory.buffer) weights = new Float64Array(memory.buffer, setup.weights, length);
        return weights;
      },
      run({ indices, offsets }: Batches): boolean {
        const batchSize = largestGap(offsets);
        if (batchSize > largest) {
          largest = batchSize;
          configure(kernel, layOutBatch(2 * problem.network.neurons, batchSize, batchSize * longest, arena));
        }
        const needed = indices.byteLength + offsets.byteLength;
        if (needed > room) {
          room = needed;
          inputs = arena.reserve(needed);
        }
        arena.write(inputs, indices);
        arena.write(inputs + indices.byteLength, offsets);
        return run(inputs, inputs + indices.byteLength, offsets.length - 1) !== 0;
      },
    };
  },
  margins(network: Network, d: number, examples: Examples): Margins {
    const kernel = newKernel();
    const arena = newArena(kernel);
    const setup = layOutForward(network, d, examples, arena);
    const out = arena.reserve(8 * examples.count);
    configure(kernel, { ...setup, ...layOutBatch(2 * network.neurons, 1, 0, arena) });
    return (weights) => {
      arena.write(setup.weights, weights);
      kernel.respondAll(examples.count, out);
      return new Float64Array(kernel.memory.buffer, out, examples.count);
    };
  },
};
