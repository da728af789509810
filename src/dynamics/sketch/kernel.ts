import { compiledOnce, instantiate, type WasmMemory } from "../../numeric/webAssembly.ts";
import type { Cell } from "../../sim/engines/kernel.ts";
import { KERNEL } from "./kernel.generated.ts";

/** The kernel's variables that the host sets; what they mean is said in kernel/state.ts. */
export type Setup = Record<
  | ("vectors" | "begun" | "remainders" | "rows" | "entries" | "along" | "features" | "signal" | "filled" | "lanes")
  | ("summed" | "summedEnd" | "kept" | "combined" | "combinedEnd" | "moment0" | "moment1" | "moment2" | "factors")
  | ("decayed" | "size" | "slack" | "power"),
  number
>;

/** What the kernel exports (kernel/index.ts, kernel/begin.ts, kernel/sift.ts). */
export type Kernel = { readonly [name in keyof Setup]: Cell } & {
  readonly memory: WasmMemory;
  firstFree(): number;
  look(chosen: number, count: number, keeps: number, out: number): void;
  /** What `within` and `decide` say besides. */
  readonly below: Cell;
  readonly wrong: Cell;
  within(values: number, count: number, low: number, high: number, out: number): number;
  decide(
    ...args: [
      seen: number,
      labels: number,
      count: number,
      features: number,
      slope: number,
      rounding: number,
      out: number,
    ]
  ): number;
  begin(bounds: number, entries: number, count: number, lanes: number, scale: number, out: number): void;
};

const compiled = compiledOnce(KERNEL);

/** A kernel of its own: fresh memory, all variables zero. */
export const newKernel = (): Kernel => instantiate(compiled()) as Kernel;
