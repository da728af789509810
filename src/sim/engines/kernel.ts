import { compiledOnce, instantiate, type WasmMemory, type WasmTable } from "../../numeric/webAssembly.ts";
import type { Loss } from "../losses/loss.ts";
import { KERNEL } from "./kernel.generated.ts";
import { severalPulls } from "./severalPulls.ts";

/** A number that the kernel exports: the host sets it, or reads it. */
export interface Cell {
  value: number;
}

/** The kernel's variables that the host sets; what they mean is said in kernel/state.ts. */
export type Setup = Record<
  | (
      | "weights"
      | "mom"
      | "sec"
      | "gradient"
      | "signalGradient"
      | "labels"
      | "rows"
      | "coordinates"
      | "distances"
      | "values"
    )
  | (
      | "given"
      | "noise"
      | "margins"
      | "outputs"
      | "outputsSize"
      | "columns"
      | "columnEntries"
      | "classes"
      | "row"
      | "firstClass"
      | "endClass"
      | "neurons"
      | "dimension"
      | "power"
      | "rule"
    )
  | ("eta" | "coupled" | "rho" | "b1" | "b2" | "eps" | "correct")
  | (
      | "featureSupport"
      | "shownRows"
      | "dense"
      | "blocked"
      | "listed"
      | "packed"
      | "together"
      | "active"
      | "allFinite"
      | "single"
      | "baseRow"
      | "common"
      | "ownLoss"
      | "several"
      | "lanePulls"
    )
  | ("wide" | "patches" | "unpatched" | "strengths" | "legLabels" | "activation" | "exponent" | "leak" | "knee")
  | ("scale" | "biases" | "head" | "extraRows" | "extraGradient" | "activated" | "factors"),
  number
>;

/** What the kernel exports (kernel/index.ts). */
export type Kernel = { readonly [name in keyof Setup | "formulaBegin" | "formulaRows"]: Cell } & {
  readonly memory: WasmMemory;
  readonly table: WasmTable;
  readonly step: Cell;
  firstFree(): number;
  packedBytes(row: number, dimension: number): number;
  activeBytes(row: number, dimension: number): number;
  respondAll(count: number, out: number): void;
  run(indices: number, offsets: number, count: number): number;
};

const compiled = compiledOnce(KERNEL);

/**
 * A kernel of its own: fresh memory, all variables zero.
 *
 * @param loss whose pull it asks for, where `ownLoss` is set
 * @returns the exports of a new instance; the code is compiled once a process
 * Source: ours.
 */
export const newKernel = ({ pull }: Pick<Loss, "pull">): Kernel => {
  const kernel: Kernel = instantiate(compiled(), undefined, {
    pull,
    pullSeveral: severalPulls(() => kernel),
  }) as Kernel;
  return kernel;
};

/**
 * Sets a kernel's variables.
 *
 * @param kernel changed
 * @param setup the variables to set, by name
 */
export function configure<Name extends string>(
  kernel: { readonly [name in NoInfer<Name>]: Cell },
  setup: { readonly [name in Name]?: number },
): void {
  for (const name in setup) kernel[name].value = setup[name] as number;
}
