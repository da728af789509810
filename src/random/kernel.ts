import { compiledOnce, instantiate, type WasmMemory } from "../numeric/webAssembly.ts";
import { KERNEL } from "./kernel.generated.ts";

/** What the kernel exports (kernel/index.ts). */
export interface Kernel {
  readonly memory: WasmMemory;
  readonly lanes: { value: number };
  firstFree(): number;
  openSeed(low: number, high: number): void;
  openStream(purpose: number, low: number, high: number, block: number): void;
  subset(population: number, size: number, table: number, out: number): void;
  shuffle(size: number, out: number): void;
  normals(at: number, end: number, scale: number): void;
  drawSparse(before: number, population: number, size: number, scale: number, table: number, out: number): number;
  drawAcross(purpose: number, places: number, count: number, streams: number, scale: number, out: number): void;
  drawAlong(purpose: number, places: number, count: number, each: number, scale: number, out: number): void;
}

const PAGE = 65536;

/** Memory of WebAssembly never shrinks: what needs more than this gets a kernel of its own, which is let go. */
const KEPT = 2 ** 21;

const compiled = compiledOnce(KERNEL);
const newKernel = () => instantiate(compiled()) as Kernel;
let kept: Kernel | undefined;

/**
 * A kernel with so many bytes of scratch.
 *
 * @param bytes how many; what is in them is not said
 * @returns the kernel, and the address of the first one, a multiple of 16; both are good until the next call
 * Source: ours.
 */
export function kernelWithRoom(bytes: number): { readonly kernel: Kernel; readonly room: number } {
  kept ??= newKernel();
  const kernel = bytes > KEPT ? newKernel() : kept;
  const room = Math.ceil(kernel.firstFree() / 16) * 16;
  const missing = room + bytes - kernel.memory.buffer.byteLength;
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE));
  return { kernel, room };
}

const high = (x: number) => Math.floor(x / 4294967296);

/** Opens the streams of a seed in a kernel. */
export const openSeed = (kernel: Kernel, seed: number): void => kernel.openSeed(seed | 0, high(seed));

/** Opens the stream of (purpose, index) at its first word; `openSeed` has been called. */
export const openAt = (kernel: Kernel, purpose: number, index: number): void =>
  kernel.openStream(purpose, index | 0, high(index), 0);
