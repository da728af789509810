import { compiledOnce, instantiate, type WasmMemory, type WasmTable } from "../../numeric/webAssembly.ts";
import type { Cell, Setup as DenseSetup } from "../../sim/engines/kernel.ts";
import { KERNEL } from "./kernel.generated.ts";

/** The kernel's variables that the host sets; what they mean is said in kernel/state.ts, and in that of the dense kernel. */
export type Setup = DenseSetup &
  Record<
    | ("each" | "parts" | "numerators" | "roots")
    | ("initial" | "upTo" | "featureNoise" | "places" | "signals")
    | ("remembers" | "shrinkage" | "horizon" | "sizes" | "sizesRoom" | "drifts" | "driftsRoom"),
    number
  >;

/** What the kernel exports (kernel/index.ts). */
export type Kernel = { readonly [name in keyof Setup | "formulaBegin" | "formulaRows"]: Cell } & {
  readonly memory: WasmMemory;
  readonly table: WasmTable;
  readonly step: Cell;
  firstFree(): number;
  seeAll(out: number): void;
  run(indices: number, offsets: number, count: number): number;
};

const compiled = compiledOnce(KERNEL);

/**
 * A kernel of its own: fresh memory, all variables zero.
 *
 * @returns the exports of a new instance; the code is compiled once a process
 * Source: ours.
 */
export const newKernel = (): Kernel => instantiate(compiled()) as Kernel;
