import { compiledOnce, instantiate, type WasmMemory } from "../../numeric/webAssembly.ts";
import type { Cell } from "../../sim/engines/kernel.ts";
import { KERNEL } from "./kernel.generated.ts";

/** The kernel's variables that the host sets; what they mean is said in kernel/index.ts. */
export type Setup = Record<
  | ("vectors" | "begun" | "remainders" | "rows" | "entries" | "along" | "features" | "signal" | "filled" | "lanes")
  | ("decayed" | "size" | "slack" | "power"),
  number
>;

/** What the kernel exports (kernel/index.ts). */
export type Kernel = { readonly [name in keyof Setup]: Cell } & {
  readonly memory: WasmMemory;
  firstFree(): number;
  look(count: number, out: number): void;
};

const compiled = compiledOnce(KERNEL);

/** A kernel of its own: fresh memory, all variables zero. */
export const newKernel = (): Kernel => instantiate(compiled()) as Kernel;
