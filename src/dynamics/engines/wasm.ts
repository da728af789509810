import { integerPower } from "../../numeric/integerPower.ts";
import { newArena } from "../../sim/engines/arena.ts";
import { attachFormula } from "../../sim/engines/formula/attach.ts";
import { configure } from "../../sim/engines/kernel.ts";
import { legPlacer } from "../../sim/engines/legs.ts";
import { kernelKnows, layOutBatch } from "../../sim/engines/setup.ts";
import { viewsOf } from "../../sim/engines/stretch.ts";
import { putBack, stateOf } from "../../sim/state.ts";
import { shrinkage } from "../coasting.ts";
import type { Problem, Recurrence } from "../recurrence.ts";
import { weightsAt } from "../weightsAt.ts";
import { newKernel } from "./kernel.ts";
import { reference } from "./reference.ts";
import { alongDirections, fillSizes, inRows, layOutCoefficients, onEntries, type Parts, REMEMBERS } from "./setup.ts";
import type { Trainer } from "./trainer.ts";

function begin(problem: Problem, parts: Parts): Recurrence {
  const { network, optimizer, start } = problem;
  const width = 2 * network.neurons;
  const lanes = start.examples.count * width;
  const kernel = newKernel();
  const arena = newArena(kernel);
  const rows = inRows(problem, parts);
  const { setup, formula, changed } = layOutCoefficients(problem, parts, rows, arena);
  configure(kernel, setup);
  if (formula) attachFormula(kernel, kernel.memory, formula);
  const place = legPlacer(rows.examples, arena, (batchSize) => {
    configure(kernel, layOutBatch(setup.row, batchSize, 0, arena));
  });
  const seen = arena.reserve(8 * lanes);
  const copied = (address: number, length: number) => new Float64Array(kernel.memory.buffer, address, length).slice();

  const carried = () => viewsOf(kernel.memory, changed);
  const state = () => stateOf(kernel.step.value, carried());
  // Reading brings every example up to date in fewer strides than the training will, which rounds otherwise: it must leave no trace.
  const read = () => {
    const before = state();
    kernel.seeAll(seen);
    const reached = {
      step: kernel.step.value,
      signal: copied(setup.weights, width),
      parts: copied(setup.parts, parts.count * width),
      noise: copied(seen, lanes),
    };
    putBack(before, carried());
    return reached;
  };
  // A record reads coefficients and weights of one moment.
  let last: ReturnType<typeof read> | undefined;
  const reached = () => {
    if (last?.step !== kernel.step.value) last = read();
    return last as ReturnType<typeof read>;
  };

  return {
    get step() {
      return kernel.step.value;
    },
    run: (batches) => kernel.run(...place(batches)) !== 0,
    state,
    restore(before) {
      putBack(before, carried());
      kernel.step.value = before.step;
      const { sizes, sizesRoom, remembers } = setup;
      if (remembers === REMEMBERS.moments) {
        fillSizes(optimizer, before.step, new Float64Array(kernel.memory.buffer, sizes, sizesRoom));
      }
      last = undefined;
    },
    coefficients: () => ({ signal: reached().signal.slice(), noise: reached().noise.slice() }),
    weights(asked = {}) {
      const { step, signal, parts: moved } = reached();
      const decayed = integerPower(shrinkage(optimizer), step);
      return weightsAt(start.weights, width, decayed, signal, (to, places) => parts.addTo(moved, to, places), asked);
    },
    direction: parts.direction,
    along: () => (parts.each ? undefined : reached().parts),
  };
}

/**
 * WebAssembly SIMD: the lanes of a (neuron, example) pair side by side, one call for all batches of a leg.
 *
 * Every number is byte-identical to the reference's: lanes are independent, and within a lane the operations and their order are the same.
 *
 * Source: ours; the kernel is src/dynamics/engines/kernel.
 */
export const wasm: Trainer = {
  name: "wasm",
  directional(problem, direction) {
    // A user's own function, and models beyond the papers': the same numbers, slower.
    if (problem.wider || !kernelKnows(problem.optimizer.name)) return reference.directional(problem, direction);
    return begin(problem, alongDirections(problem, direction));
  },
  coordinate: (problem) => (problem.wider ? reference.coordinate(problem) : begin(problem, onEntries(problem))),
};
