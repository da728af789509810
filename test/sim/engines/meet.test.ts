import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { newSharedMemory } from "../../../src/numeric/webAssembly.ts";
import { newSharedKernel, sharedModule } from "../../../src/sim/engines/sharedKernel.ts";
import { CROSS_ENTROPY } from "../../../src/sim/losses/registry.ts";

const COUNT = 1024;

function counting(start: number) {
  const memory = newSharedMemory();
  const counts = new Int32Array(memory.buffer);
  counts[COUNT / 4] = start;
  return { memory, counts, kernel: newSharedKernel(sharedModule(), memory, CROSS_ENTROPY) };
}

it.each([
  ["has come", 5, 5],
  ["was passed", 6, 5],
  ["was passed by a count that has wrapped", -(2 ** 31), 2 ** 31 - 1],
])("a thread goes on at once where the target %s", (_, start, target) => {
  expect(counting(start).kernel.reach(COUNT, target, 0)).toBe(0);
});

it("a thread whose patience ends sleeps through counts that are too small, until the target is told", async () => {
  const { memory, counts, kernel } = counting(0);
  const raise = `const { workerData } = require("node:worker_threads");
    const counts = new Int32Array(workerData.buffer);
    for (let k = 1; k <= 3; k++) {
      Atomics.wait(counts, 0, 0, 20);
      Atomics.store(counts, ${COUNT / 4}, k);
      Atomics.notify(counts, ${COUNT / 4});
    }`;
  const worker = new Worker(raise, { eval: true, workerData: memory });
  expect(kernel.reach(COUNT, 3, 0)).toBe(1);
  expect(counts[COUNT / 4]).toBe(3);
  await worker.terminate();
});
