import { KERNEL } from "./kernel.generated.ts";

/** A number that the kernel exports: the host sets it, or reads it. */
interface Cell {
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
      | "columns"
      | "columnEntries"
      | "classes"
      | "neurons"
      | "dimension"
      | "power"
      | "rule"
    )
  | ("eta" | "coupled" | "rho" | "b1" | "b2" | "eps" | "correct"),
  number
>;

/** What the kernel exports (kernel/index.ts). */
export type Kernel = { readonly [name in keyof Setup]: Cell } & {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly step: { readonly value: number };
  firstFree(): number;
  respondAll(count: number, out: number): void;
  run(indices: number, offsets: number, count: number): number;
};

// Spelled out because the type library of Node does not know WebAssembly, and that of browsers is not part of this build.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    Module: new (binary: Uint8Array) => object;
    Instance: new (module: object) => { readonly exports: unknown };
  };
};

let compiled: object | undefined;

/**
 * A kernel of its own: fresh memory, all variables zero.
 *
 * @returns the exports of a new instance; the code is compiled once a process
 * Source: ours. Synchronous, since the kernel is small; neither Node nor the DOM is needed, `atob` is in both.
 */
export function newKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (character) => character.charCodeAt(0)));
  return new WebAssembly.Instance(compiled).exports as Kernel;
}
