import { workerData } from "node:worker_threads";
import type { WasmMemory, WasmModule } from "../../numeric/webAssembly.ts";
import { type LossKeys, lossOf } from "../losses/registry.ts";
import { attachFormula, type FormulaCode } from "./formula/attach.ts";
import { configure } from "./kernel.ts";
import { newSharedKernel, type SharedOrder } from "./sharedKernel.ts";

/** What the second thread of a training is given: its kernel's code and memory, and where in it the orders are. */
export interface HalfWorkerData {
  readonly module: WasmModule;
  readonly memory: WasmMemory;
  /** Address of the number of legs ordered. */
  readonly ordered: number;
  /** Address of how often the worker was ready for an order: once at first, and after every leg. */
  readonly ready: number;
  /** Address of an order: what the kernel's `run` takes, and then the values of its variables. */
  readonly order: number;
  /** The variables, in the order of their values. */
  readonly names: readonly (keyof SharedOrder)[];
  /** Of an optimizer by formulas. */
  readonly formula: FormulaCode | undefined;
  readonly loss: LossKeys | undefined;
}

/** Looks for the next order before falling asleep: about a tenth of a millisecond, in which a leg's batches are drawn. */
const PATIENCE = 30_000;

// Entry point of a worker thread: takes its part in every leg until it is ended.
const { module, memory, ordered, ready, order, names, formula, loss } = workerData as HalfWorkerData;
const kernel = newSharedKernel(module, memory, lossOf(loss ?? {}));
if (formula) attachFormula(kernel, memory, formula);
const counts = new Int32Array(memory.buffer, 0, ready / 4 + 1);
const numbers = new Float64Array(memory.buffer, order, 3 + names.length);
for (let leg = 1; ; leg++) {
  Atomics.add(counts, ready / 4, 1);
  Atomics.notify(counts, ready / 4);
  kernel.reach(ordered, leg, PATIENCE);
  const [indices = 0, offsets = 0, count = 0, ...values] = numbers;
  configure(kernel, Object.fromEntries(names.map((name, k) => [name, values[k]])) as SharedOrder);
  kernel.run(indices, offsets, count);
}
