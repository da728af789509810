import type { WasmMemory } from "../../numeric/webAssembly.ts";
import { optimizerNamed } from "../../optimizers/registry.ts";
import type { FormulaCode } from "./formula/attach.ts";
import type { Setup } from "./kernel.ts";

/** A stretch of a kernel's memory that holds doubles. */
export type Stretch = readonly [address: number, bytes: number];

/**
 * Where a kernel has what an optimizer remembers: as much a memory as there are weights.
 *
 * @param optimizer its name
 * @param setup the kernel's variables
 * @param formula of an optimizer by formulas
 * @returns addresses, in the order of the memories of an `Iterate`
 */
export function memoriesIn(
  optimizer: string,
  { mom, sec }: Pick<Setup, "mom" | "sec">,
  formula: FormulaCode | undefined,
): number[] {
  const { adaptive, own } = optimizerNamed(optimizer);
  if (!formula) return adaptive ? [mom, sec] : [];
  const { memories, stride } = formula.setup;
  return (own?.memory ?? []).map((_, k) => memories + k * stride);
}

/** The numbers of stretches; valid until the memory grows. */
export const viewsOf = ({ buffer }: WasmMemory, stretches: readonly Stretch[]): Float64Array[] =>
  stretches.map(([address, bytes]) => new Float64Array(buffer, address, bytes / 8));
