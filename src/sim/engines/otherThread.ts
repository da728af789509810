import { Worker } from "node:worker_threads";
import type { WasmMemory } from "../../numeric/webAssembly.ts";
import { InputError } from "../../setting/inputError.ts";
import type { LossKeys } from "../losses/registry.ts";
import type { Arena } from "./arena.ts";
import type { FormulaCode } from "./formula/attach.ts";
import type { HalfWorkerData } from "./halfWorker.ts";
import type { PlacedLeg } from "./legs.ts";
import { type SharedKernel, type SharedOrder, sharedModule } from "./sharedKernel.ts";

/** Seconds within which the worker must be there; it takes about a twentieth of one. */
const START_LIMIT = 60;

/** Looks for the other thread's end of a leg before falling asleep: both took the leg's last step together, so that it is near. */
const PATIENCE = 300_000;

/** The second thread of a training, as the first one sees it. */
export interface OtherThread {
  /** Lets it take its part in a leg, with these variables of its kernel. */
  begin(leg: PlacedLeg, setup: SharedOrder): void;
  /** Waits until it has done so. */
  finish(): void;
  end(): void;
}

/**
 * Starts the second thread of a training. It does not keep the process alive.
 *
 * @param kernel the first thread's
 * @param memory of both kernels
 * @param names the variables that orders will set
 * @param arena where orders are put
 * @param formula the optimizer's, where it is one by formulas
 * @param loss where it is not cross-entropy
 * @returns the thread; `begin` throws an InputError if it has not come up
 * Source: ours.
 */
export function newOtherThread(
  kernel: SharedKernel,
  memory: WasmMemory,
  names: readonly (keyof SharedOrder)[],
  arena: Arena,
  formula: FormulaCode | undefined,
  loss: LossKeys | undefined,
): OtherThread {
  const ordered = arena.reserve(4);
  const ready = arena.reserve(4);
  const order = arena.reserve(8 * (3 + names.length));
  const counts = new Int32Array(memory.buffer, 0, ready / 4 + 1);
  const workerData: HalfWorkerData = { module: sharedModule(), memory, ordered, ready, order, names, formula, loss };
  // Node's options of this process, such as --input-type, may not suit a file.
  const worker = new Worker(new URL("./halfWorker.js", import.meta.url), { workerData, execArgv: [] });
  worker.unref();
  let legs = 0;
  return {
    begin(leg, setup) {
      if (Atomics.wait(counts, ready / 4, 0, 1000 * START_LIMIT) === "timed-out") {
        throw new InputError(
          `threads must be what the machine can start, but 2 gave no second thread within ${START_LIMIT} s; use 1`,
        );
      }
      arena.write(order, Float64Array.of(...leg, ...names.map((name) => setup[name])));
      legs++;
      Atomics.store(counts, ordered / 4, legs);
      Atomics.notify(counts, ordered / 4);
    },
    finish: () => void kernel.reach(ready, legs + 1, PATIENCE),
    end: () => void worker.terminate(),
  };
}
