import type { Examples } from "../../data/examples.ts";
import { decayFactors } from "../../optimizers/decay.ts";
import { optimizerNamed } from "../../optimizers/registry.ts";
import type { Network } from "../../setting/network.ts";
import type { Batches } from "../batches.ts";
import type { Engine, Judge, Problem, Training } from "../engine.ts";
import { madeBy, splitOf, splitProblem } from "../ground.ts";
import { CROSS_ENTROPY, lossOf } from "../losses/registry.ts";
import { putBack, stateOf } from "../state.ts";
import { newArena } from "./arena.ts";
import { attachFormula, layOutFormula } from "./formula/attach.ts";
import { allOf } from "./held.ts";
import { configure, newKernel } from "./kernel.ts";
import { labelPlacer } from "./legLabels.ts";
import { legPlacer } from "./legs.ts";
import { reference } from "./reference.ts";
import { rowsOf } from "./rows.ts";
import { kernelTrains, layOut, layOutBatch, layOutBlocks, layOutForward, layOutOutputs } from "./setup.ts";
import { memoriesIn, type Stretch, viewsOf } from "./stretch.ts";
import { columnEntries, exampleBytes, kernelSees, patchesListed } from "./widerSetup.ts";

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
  start(given: Problem): Training {
    // The same numbers, slower.
    if (!kernelTrains(given)) return reference.start(given);
    const problem = splitProblem(given);
    const kernel = newKernel(lossOf(problem.loss ?? {}));
    const arena = newArena(kernel);
    const held = allOf(problem.network);
    const laid = layOut(problem, held, arena);
    const setup = { ...laid, ...layOutBlocks(kernel, laid, arena) };
    configure(kernel, setup);
    const formula = layOutFormula(problem, setup, arena, false);
    const update = formula && attachFormula(kernel, kernel.memory, formula);
    const { memory, step, run } = kernel;
    const { decay } = optimizerNamed(problem.optimizer.name);
    const { length } = problem.weights;
    const place = legPlacer(rowsOf(problem.examples), arena, (batchSize, entries) => {
      configure(kernel, {
        ...layOutBatch(
          exampleBytes(setup),
          batchSize,
          columnEntries(setup, entries),
          arena,
          patchesListed(setup),
          setup.dense ? Math.min(batchSize, setup.together) : batchSize,
        ),
        ...layOutOutputs(batchSize, 1, arena, held.endClass),
      });
    });
    const placeLabels = labelPlacer(problem, arena);
    const stretches = [setup.weights, ...memoriesIn(problem.optimizer.name, setup, formula)].map(
      (address): Stretch => [address, 8 * length],
    );
    const carried = () => viewsOf(memory, stretches);
    let weights = new Float64Array(memory.buffer, setup.weights, length);
    return {
      by: madeBy(wasm, given.examples),
      get step() {
        return step.value;
      },
      get weights() {
        // Memory that has grown has a new buffer.
        if (weights.buffer !== memory.buffer) weights = new Float64Array(memory.buffer, setup.weights, length);
        return weights;
      },
      run(batches: Batches) {
        const [indices, offsets, count] = place(batches);
        configure(kernel, { legLabels: placeLabels(batches, step.value) });
        const { rate } = problem;
        if (!rate) return run(indices, offsets, count) !== 0;
        for (let k = 0; k < count; k++) {
          const eta = setup.eta * rate(step.value + 1);
          configure(kernel, { eta, ...decayFactors(decay, { ...problem.optimizer, lr: eta }) });
          if (update) configure(update, { eta });
          if (run(indices, offsets + 4 * k, 1) === 0) return false;
        }
        return true;
      },
      state: () => stateOf(step.value, carried()),
      restore(state) {
        putBack(state, carried());
        step.value = state.step;
      },
    };
  },
  judge(network: Network, d: number, examples: Examples): Judge {
    if (!kernelSees(network)) return reference.judge(network, d, examples);
    const kernel = newKernel(CROSS_ENTROPY);
    const arena = newArena(kernel);
    const held = allOf(network);
    const laid = layOutForward(network, held, d, splitOf(examples, network), arena);
    const setup = { ...laid, ...layOutBlocks(kernel, laid, arena) };
    const { count } = examples;
    const { together } = setup;
    const out = arena.reserve(3 * 8 * count);
    configure(kernel, {
      ...setup,
      ...layOutBatch(exampleBytes(setup), together, 0, arena, patchesListed(setup)),
      ...layOutOutputs(1, 1, arena, held.endClass),
    });
    return (weights) => {
      arena.write(setup.weights, weights);
      kernel.respondAll(count, out);
      const part = (k: number) => new Float64Array(kernel.memory.buffer, out + 8 * k * count, count);
      return { margins: part(0), noise: [part(1), part(2)] };
    };
  },
};
