import { compiledOnce, instantiate, type WasmMemory } from "../../numeric/webAssembly.ts";
import { KERNEL } from "./kernel.generated.ts";

/** What the kernel exports (kernel/index.ts). */
export interface Kernel {
  readonly memory: WasmMemory;
  firstFree(): number;
  multiply(
    ...args: [
      gram: number,
      size: number,
      moved: number,
      count: number,
      g: number,
      stride: number,
      packed: number,
      out: number,
    ]
  ): void;
}

const compiled = compiledOnce(KERNEL);

/** A kernel of its own: fresh memory. */
export const newKernel = (): Kernel => instantiate(compiled()) as Kernel;
