import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { joinBatches } from "../../../src/sim/batches.ts";
import type { Kernel } from "../../../src/sim/engines/kernel.ts";
import { adam, problemOf, tiny } from "./problems.ts";

// The wasm engine is byte-identical to the reference engine, so its numbers cannot tell whether it ran: these tests can.

const KERNEL_MODULE = "../../../src/sim/engines/kernel.ts";
const GENERATED_MODULE = "../../../src/sim/engines/kernel.generated.ts";

// Modules are shared between test files, so each test here loads its own.
beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.doUnmock(KERNEL_MODULE);
  vi.doUnmock(GENERATED_MODULE);
  vi.resetModules();
});

it("takes every step in the kernel: its step count and its weights are the kernel's own", async () => {
  vi.doMock(KERNEL_MODULE, { spy: true });
  const { newKernel } = await import("../../../src/sim/engines/kernel.ts");
  const { wasm } = await import("../../../src/sim/engines/wasm.ts");
  const training = wasm.start(problemOf(tiny, adam));
  training.run(joinBatches([[0], [1], [2]]));
  const kernel = vi.mocked(newKernel).mock.results[0]?.value as Kernel;
  expect(kernel.step.value).toBe(3);
  expect(training.weights.buffer).toBe(kernel.memory.buffer);
});

it("does so beyond the papers' model, too", async () => {
  vi.doMock(KERNEL_MODULE, { spy: true });
  const { newKernel } = await import("../../../src/sim/engines/kernel.ts");
  const { wasm } = await import("../../../src/sim/engines/wasm.ts");
  const wider = { ...tiny, patches: 3, activation: "leakyRelu", biases: true, secondLayer: "trained" } as const;
  const training = wasm.start({ ...problemOf(wider, adam), loss: { loss: "hinge" } });
  training.run(joinBatches([[0], [1], [2]]));
  const kernel = vi.mocked(newKernel).mock.results[0]?.value as Kernel;
  expect(kernel.step.value).toBe(3);
  expect(training.weights.buffer).toBe(kernel.memory.buffer);
});

it("has no other way to run: with a kernel that does not compile it cannot start", async () => {
  vi.doMock(GENERATED_MODULE, () => ({ KERNEL: btoa("not a kernel") }));
  const { wasm } = await import("../../../src/sim/engines/wasm.ts");
  expect(() => wasm.start(problemOf(tiny, adam))).toThrow(/WebAssembly.Module/);
});
