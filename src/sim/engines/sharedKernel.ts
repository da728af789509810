import { compiledOnce, instantiate, type WasmMemory, type WasmModule } from "../../numeric/webAssembly.ts";
import type { Loss } from "../losses/loss.ts";
import type { Cell, Kernel, Setup } from "./kernel.ts";
import { SHARED_KERNEL } from "./sharedKernel.generated.ts";

/** The variables of a kernel that shares a training with another one: also the addresses of their counts (kernel/meet.ts). */
export type SharedSetup = Setup & Record<"published" | "awaited", number>;

/** What such a kernel is told before a leg. */
export type SharedOrder = SharedSetup & Record<"step", number>;

/** What such a kernel exports (kernel/shared.ts). */
export type SharedKernel = Kernel & { readonly [name in keyof SharedSetup]: Cell } & {
  reach(count: number, target: number, patience: number): number;
};

/** The kernel's code, compiled once a process; another thread can be handed it. */
export const sharedModule = compiledOnce(SHARED_KERNEL);

/**
 * A kernel with variables of its own, all zero, in a memory that is not.
 *
 * @param module what `sharedModule` gives
 * @param memory the training's
 * @param loss whose pull it asks for, where `ownLoss` is set
 * @returns the exports of a new instance
 * Source: ours.
 */
export function newSharedKernel(module: WasmModule, memory: WasmMemory, { pull }: Pick<Loss, "pull">): SharedKernel {
  // Two threads share two classes.
  return instantiate(module, memory, { pull, pullSeveral: () => {} }) as SharedKernel;
}
